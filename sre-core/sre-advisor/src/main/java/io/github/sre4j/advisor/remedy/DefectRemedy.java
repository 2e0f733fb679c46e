package io.github.sre4j.advisor.remedy;

import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.code.SourceLocation;

/** Remedy of a defect. It begins at the frame that threw, if one is known; without any frame, the stack trace has to be recorded first. */
final class DefectRemedy implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext context) {
        SourceLocation location = context.location().orElse(null);
        boolean frame =
                location != null || context.cause().target() instanceof Target.Code || context.hasFact("error-frame");
        return context.inWords(RemedyKind.FIX_DEFECT, frame, context.names(location), location);
    }
}
