package io.github.sre4j.improve.propose;

import io.github.sre4j.code.SourcePlace;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was asked for is not there: an answer, not a failure. */
final class Absent implements Remedy {

    private static final Pattern THROWN = Pattern.compile("new\\s+([A-Z]\\w*(?:Exception|Error))\\s*\\(");

    /** A statement may begin a little above the line that threw. */
    private static final int AROUND = 3;

    @Override
    public Proposal propose(Situation situation) {
        SourcePlace at = situation.best().orElse(null);
        List<SketchLine> sketch = at == null ? List.of() : sketch(situation, at);
        return situation.proposal(RemedyKind.ANSWER_404, at != null, situation.names(), sketch, at);
    }

    private static List<SketchLine> sketch(Situation situation, SourcePlace at) {
        return situation
                .snippet(at, AROUND)
                .map(snippet -> {
                    Sketch sketch = new Sketch().file(snippet.file());
                    boolean changed = false;
                    for (String line : snippet.lines()) {
                        Matcher thrown = THROWN.matcher(line);
                        if (!changed && thrown.find()) {
                            sketch.gone(line);
                            sketch.come(line.substring(0, thrown.start())
                                    + "new ResponseStatusException(HttpStatus.NOT_FOUND, "
                                    + line.substring(thrown.end()));
                            changed = true;
                        } else {
                            sketch.keep(line);
                        }
                    }
                    return changed ? sketch.lines() : List.<SketchLine>of();
                })
                .orElse(List.of());
    }
}
