package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.SourceLocation;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was asked for is not there: an answer, not a failure. */
final class NotFoundRemedy implements Remedy {

    private static final Pattern THROWN = Pattern.compile("new\\s+([A-Z]\\w*(?:Exception|Error))\\s*\\(");

    /** A statement may begin a little above the line that threw. */
    private static final int AROUND = 3;

    @Override
    public ProposedFix propose(RemedyContext context) {
        SourceLocation location = context.location().orElse(null);
        Set<CodeTrait> traits = context.traits(location);
        boolean patchable = traits.contains(CodeTrait.SPRING_WEB) && !traits.contains(CodeTrait.EXCEPTION_HANDLERS);
        List<SketchLine> sketch = location == null || !patchable
                ? List.of()
                : SourceEdit.of(context, location)
                        .map(edit -> sketch(edit, location))
                        .orElse(List.of());
        return new ProposedFix(
                RemedyKind.ANSWER_404,
                location != null,
                context.names(location).arguments(),
                sketch,
                location == null ? List.of() : List.of(location));
    }

    private static List<SketchLine> sketch(SourceEdit edit, SourceLocation at) {
        for (int i = Math.max(1, at.line() - AROUND); i <= Math.min(edit.size(), at.line() + AROUND); i++) {
            String line = edit.line(i);
            Matcher thrown = THROWN.matcher(line);
            if (thrown.find()) {
                String rest = line.substring(thrown.end()).stripLeading();
                if (!rest.startsWith(")") && !oneText(rest, edit, i)) {
                    return List.of();
                }
                return edit.replace(
                                i,
                                line.substring(0, thrown.start())
                                        + "new ResponseStatusException(HttpStatus.NOT_FOUND"
                                        + (rest.startsWith(")") ? "" : ", ")
                                        + rest)
                        .importing(
                                "org.springframework.http.HttpStatus",
                                "org.springframework.web.server.ResponseStatusException")
                        .hunks();
            }
        }
        return List.of();
    }

    /** Whether what is passed is one text: of anything else nobody can tell from here that the other exception takes it. */
    private static boolean oneText(String rest, SourceEdit edit, int line) {
        if (!rest.startsWith("\"")) {
            return false;
        }
        String arguments = rest + "\n" + edit.text(line + 1, Math.min(edit.size(), line + AROUND));
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ')' && depth-- == 0) {
                return true;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ',' && depth == 0) {
                return false;
            }
        }
        return false;
    }
}
