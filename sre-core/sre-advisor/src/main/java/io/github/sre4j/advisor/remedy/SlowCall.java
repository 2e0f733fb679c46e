package io.github.sre4j.advisor.remedy;

import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.List;
import java.util.Set;

/**
 * Remedy of a slow call. Only a response of a call that reads can be kept; of any other call, and of one of which nobody knows what it does, only the wait can be
 * limited.
 */
final class SlowCall implements Remedy {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** Traits without which an annotation has no effect, or keeps entries for ever. */
    private static final Set<CodeTrait> NEEDED =
            Set.of(CodeTrait.CLIENT_INTERFACE, CodeTrait.READS, CodeTrait.CACHING_ENABLED, CodeTrait.CACHE_EXPIRES);

    /** Traits with which a response may belong to one caller, or the cache does not exist. */
    private static final Set<CodeTrait> EXCLUDED =
            Set.of(CodeTrait.CALLER_ARGUMENT, CodeTrait.THREAD_BOUND_CONTEXT, CodeTrait.CACHE_NAMES_FIXED);

    @Override
    public ProposedFix propose(RemedyContext context) {
        SourceLocation location = context.location().orElse(null);
        Set<CodeTrait> traits = context.traits(location);
        SketchNames names = context.names(location);
        boolean reads = (context.cause().target() instanceof Target.Call call && call.method() != null)
                ? READS.contains(call.method())
                : traits.contains(CodeTrait.READS);
        boolean handler = traits.contains(CodeTrait.HANDLER);
        boolean named = names.has(SourceName.CLIENT, SourceName.CLIENT_METHOD) && !handler;
        if (!reads) {
            return context.inWords(RemedyKind.TIMEOUT, named, names, location);
        }
        boolean patchable =
                named && traits.containsAll(NEEDED) && traits.stream().noneMatch(EXCLUDED::contains);
        List<SketchLine> sketch = patchable && location != null
                ? cached(context, location, names.of(SourceName.CLIENT_METHOD))
                : List.of();
        return new ProposedFix(
                RemedyKind.CACHE, named, names.arguments(), sketch, location == null ? List.of() : List.of(location));
    }

    private static List<SketchLine> cached(RemedyContext context, SourceLocation method, String name) {
        return SourceEdit.of(context, method)
                .filter(edit -> (edit.has("HttpExchange") || edit.has("GetExchange"))
                        && !edit.has("Cacheable")
                        && !edit.has("CacheConfig"))
                .map(edit -> edit.insert(
                                method.firstLine(),
                                SourceEdit.indent(edit.line(method.firstLine())) + "@Cacheable(\"" + name + "\")")
                        .importing("org.springframework.cache.annotation.Cacheable")
                        .hunks())
                .orElse(List.of());
    }
}
