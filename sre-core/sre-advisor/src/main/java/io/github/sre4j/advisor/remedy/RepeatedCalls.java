package io.github.sre4j.advisor.remedy;

import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.Set;

/** Remedy of the same call for each of many: one call that takes all ids, or all that is to be sent. */
final class RepeatedCalls implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext context) {
        SourceLocation location = context.hint(CodeHint.Kind.REMOTE_CALL_IN_LOOP)
                .or(context::location)
                .orElse(null);
        SketchNames names = context.names(location);
        boolean sends = context.cause().target() instanceof Target.Call call
                && call.method() != null
                && !Set.of("GET", "HEAD").contains(call.method());
        return context.inWords(
                sends ? RemedyKind.BATCH_SEND : RemedyKind.BATCH_CALL,
                names.has(SourceName.CLIENT, SourceName.CLIENT_METHOD),
                names,
                location);
    }
}
