package io.github.sre4j.improve.propose;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourcePlace;
import java.util.List;

/** A remote call while a transaction is open: it holds a connection, and locks, for as long as the other service takes. */
final class OutOfTransaction implements Remedy {

    @Override
    public Proposal propose(Situation situation) {
        SourcePlace at = situation
                .hint(CodeHint.Kind.REMOTE_CALL_IN_TRANSACTION)
                .or(situation::best)
                .orElse(null);
        Names names = situation.names(at == null ? List.of() : List.of(at));
        List<SketchLine> sketch = at == null
                ? List.of()
                : Sketch.around(situation, at, 3, (lines, present) -> {
                    lines.gone(present);
                    lines.come(
                            Sketch.indent(present)
                                    + "// not here: call before the method with @Transactional, or after its commit (@TransactionalEventListener)");
                });
        return situation.proposal(
                RemedyKind.OUT_OF_TRANSACTION, names.has(SourceName.ENCLOSING_METHOD), names, sketch, at);
    }
}
