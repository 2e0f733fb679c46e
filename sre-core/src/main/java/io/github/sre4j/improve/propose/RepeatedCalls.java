package io.github.sre4j.improve.propose;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourcePlace;
import java.util.List;

/** The same call for each of many: one call that takes all ids, if the other service has or gets one. */
final class RepeatedCalls implements Remedy {

    @Override
    public Proposal propose(Situation situation) {
        SourcePlace at = situation
                .hint(CodeHint.Kind.REMOTE_CALL_IN_LOOP)
                .or(situation::best)
                .orElse(null);
        Names names = situation.names(at == null ? List.of() : List.of(at));
        List<SketchLine> sketch = at == null
                ? List.of()
                : Sketch.around(situation, at, 3, (lines, present) -> {
                    lines.gone(present);
                    lines.come(
                            Sketch.indent(present)
                                    + "// before the loop: one call for all ids, such as GET …?ids=1,2,3, collected to a Map; here: byId.get(id)");
                });
        return situation.proposal(
                RemedyKind.BATCH_CALL, names.has(SourceName.CLIENT, SourceName.CLIENT_METHOD), names, sketch, at);
    }
}
