package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.List;
import java.util.regex.Pattern;

/** A call that takes long for itself: keep its answer where it may be a little old, and give up in time. */
final class SlowCall implements Remedy {

    private static final Pattern READS =
            Pattern.compile("@(?:GetMapping|GetExchange|GET)\\b|RequestMethod\\.GET\\b|\\bmethod = \"GET\"");

    @Override
    public ProposedFix propose(RemedyContext situation) {
        SourceLocation at = situation.best().orElse(null);
        SketchNames names = situation.names();
        boolean named = names.has(SourceName.CLIENT, SourceName.CLIENT_METHOD);
        List<SketchLine> sketch = at == null || !named
                ? List.of()
                : SourceEdit.of(situation, at)
                        .map(edit -> kept(edit, at, names.of(SourceName.CLIENT_METHOD)))
                        .orElse(List.of());
        return situation.fix(RemedyKind.CACHE, named, names, sketch, at);
    }

    /** Only a method of an interface that says itself that it reads. */
    private static List<SketchLine> kept(SourceEdit edit, SourceLocation method, String name) {
        boolean reads =
                READS.matcher(edit.text(method.firstLine(), method.lastLine())).find();
        if (!reads || !edit.has("springframework")) {
            return List.of();
        }
        int at = method.firstLine();
        return edit.insert(at, SourceEdit.indent(edit.line(at)) + "@Cacheable(\"" + name + "\")")
                .importing("org.springframework.cache.annotation.Cacheable")
                .hunks();
    }
}
