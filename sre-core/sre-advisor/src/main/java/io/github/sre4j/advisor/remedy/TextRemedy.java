package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.List;

/**
 * A remedy in words alone.
 *
 * @param kind its kind
 * @param needed names without which the words name nothing
 */
record TextRemedy(RemedyKind kind, List<SourceName> needed) implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext context) {
        SourceLocation location = context.location().orElse(null);
        SketchNames names = context.names(location);
        boolean named = !needed.isEmpty() && names.has(needed.toArray(SourceName[]::new));
        return context.inWords(kind, named, names, location);
    }
}
