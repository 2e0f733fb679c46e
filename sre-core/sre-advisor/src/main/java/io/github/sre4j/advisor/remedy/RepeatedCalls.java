package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.List;

/** The same call for each of many: one call that takes all ids, if the other service has or gets one. */
final class RepeatedCalls implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext situation) {
        SourceLocation at = situation
                .hint(CodeHint.Kind.REMOTE_CALL_IN_LOOP)
                .or(situation::best)
                .orElse(null);
        SketchNames names = situation.names(at == null ? List.of() : List.of(at));
        return situation.fix(
                RemedyKind.BATCH_CALL, names.has(SourceName.CLIENT, SourceName.CLIENT_METHOD), names, List.of(), at);
    }
}
