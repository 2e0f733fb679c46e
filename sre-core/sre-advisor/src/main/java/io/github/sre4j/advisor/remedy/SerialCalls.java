package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Remedy of calls one after the other. Only calls of which none needs an earlier response may run concurrently; otherwise the callee has to respond with more at once.
 * Where neither traces nor code tell, that has to be checked first.
 */
final class SerialCalls implements Remedy {

    /** The score of a row of calls of which each only reads; writes may need their order although no value tells it. */
    private static final double READS = 0.85;

    /** Of a patch that is left out in any case, since the versions of the product are not known. */
    private static final String UNKNOWN_ANNOTATIONS = "jakarta.annotation";

    /** Traits with which a call on another thread does something else. */
    private static final Set<CodeTrait> BOUND = Set.of(CodeTrait.TRANSACTIONAL, CodeTrait.THREAD_BOUND_CONTEXT);

    @Override
    public ProposedFix propose(RemedyContext context) {
        boolean inCode = context.hasHint(CodeHint.Kind.SERIAL_INDEPENDENT_CALLS);
        boolean dependent =
                context.hasFact("dependent") || (context.hasHint(CodeHint.Kind.SERIAL_DEPENDENT_CALLS) && !inCode);
        boolean independent = inCode || context.hasFact("independent");
        Optional<SourceLocation> hint = context.hintInOneMethod(
                dependent ? CodeHint.Kind.SERIAL_DEPENDENT_CALLS : CodeHint.Kind.SERIAL_INDEPENDENT_CALLS);
        SourceLocation location = hint.or(context::location).orElse(null);
        SketchNames names = context.names(location);
        boolean named = names.has(SourceName.ENCLOSING_METHOD);
        if (dependent) {
            return context.inWords(RemedyKind.COMBINED_CALL, named, names, location);
        }
        if (!independent) {
            return context.inWords(RemedyKind.CHECK_DEPENDENCY, named, names, location);
        }
        boolean patchable = hint.filter(each -> each.score() >= READS).isPresent()
                && context.traits(location).stream().noneMatch(BOUND::contains);
        List<SketchLine> sketch = patchable && location != null
                ? SourceEdit.of(context, location)
                        .map(edit -> ConcurrentCallsSketch.sketch(
                                edit,
                                location,
                                ShownVersions.annotations(context.index().libraries())
                                        .orElse(UNKNOWN_ANNOTATIONS)))
                        .orElse(List.of())
                : List.of();
        return new ProposedFix(
                RemedyKind.CONCURRENT_CALLS,
                named,
                names.arguments(),
                sketch,
                location == null ? List.of() : List.of(location));
    }
}
