package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;

/**
 * Remedy of a remote call while a transaction is open, which holds a connection, and locks, for as long as the other service takes. Only the owner of the code knows
 * what belongs before the call and what behind it, so the steps are given in words.
 */
final class OutOfTransactionRemedy implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext context) {
        SourceLocation location = context.hint(CodeHint.Kind.REMOTE_CALL_IN_TRANSACTION)
                .or(context::location)
                .orElse(null);
        SketchNames names = context.names(location);
        return context.inWords(RemedyKind.OUT_OF_TRANSACTION, names.has(SourceName.ENCLOSING_METHOD), names, location);
    }
}
