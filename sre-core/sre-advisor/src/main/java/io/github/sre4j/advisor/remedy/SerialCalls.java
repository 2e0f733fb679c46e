package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.List;

/**
 * Calls one after the other. Only where none needs what an earlier one returned may they run at the same time; else the other service must answer
 * more at once.
 */
final class SerialCalls implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext situation) {
        boolean dependent =
                situation.cause().facts().stream().anyMatch(fact -> fact.key().equals("dependent"))
                        || (situation.hint(CodeHint.Kind.SERIAL_DEPENDENT_CALLS).isPresent()
                                && situation
                                        .hint(CodeHint.Kind.SERIAL_INDEPENDENT_CALLS)
                                        .isEmpty());
        SourceLocation at = situation
                .hint(dependent ? CodeHint.Kind.SERIAL_DEPENDENT_CALLS : CodeHint.Kind.SERIAL_INDEPENDENT_CALLS)
                .or(situation::best)
                .orElse(null);
        SketchNames names = situation.names(at == null ? List.of() : List.of(at));
        boolean named = names.has(SourceName.ENCLOSING_METHOD);
        if (dependent) {
            return situation.fix(RemedyKind.COMBINED_CALL, named, names, List.of(), at);
        }
        List<SketchLine> sketch = at == null
                ? List.of()
                : SourceEdit.of(situation, at)
                        .map(edit -> ConcurrentCallsSketch.sketch(edit, at))
                        .orElse(List.of());
        return situation.fix(RemedyKind.CONCURRENT_CALLS, named, names, sketch, at);
    }
}
