package io.github.sre4j.improve.propose;

import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourcePlace;
import java.util.List;

/** A call that takes long for itself: keep its answer where it may be a little old, and give up in time. */
final class SlowCall implements Remedy {

    @Override
    public Proposal propose(Situation situation) {
        SourcePlace at = situation.best().orElse(null);
        Names names = situation.names();
        boolean named = names.has(SourceName.CLIENT, SourceName.CLIENT_METHOD);
        List<SketchLine> sketch = at == null
                ? List.of()
                : Sketch.around(situation, at, 2, (lines, present) -> {
                    boolean declaration =
                            present.strip().endsWith("{") || present.strip().endsWith(");");
                    if (declaration && at.line() == at.firstLine()) {
                        lines.come(
                                Sketch.indent(present) + "@Cacheable(\"" + names.of(SourceName.CLIENT_METHOD) + "\")");
                    }
                    lines.keep(present);
                });
        boolean changes = sketch.stream().anyMatch(line -> line.mark() == '+');
        return situation.proposal(RemedyKind.CACHE, named, names, changes && named ? sketch : List.of(), at);
    }
}
