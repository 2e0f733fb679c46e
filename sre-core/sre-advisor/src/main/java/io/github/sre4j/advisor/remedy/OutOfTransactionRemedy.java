package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.List;

/**
 * A remote call while a transaction is open: it holds a connection, and locks, for as long as the other service takes. What belongs before the call and
 * what behind it only its owner knows, so the steps are told in words.
 */
final class OutOfTransactionRemedy implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext situation) {
        SourceLocation at = situation
                .hint(CodeHint.Kind.REMOTE_CALL_IN_TRANSACTION)
                .or(situation::best)
                .orElse(null);
        SketchNames names = situation.names(at == null ? List.of() : List.of(at));
        return situation.fix(
                RemedyKind.OUT_OF_TRANSACTION, names.has(SourceName.ENCLOSING_METHOD), names, List.of(), at);
    }
}
