package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.SourceName;
import java.util.List;

/**
 * A remedy without a sketch: its words say what to do.
 *
 * @param kind which
 * @param needed names without which its words name nothing
 */
record TextRemedy(RemedyKind kind, List<SourceName> needed) implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext situation) {
        SketchNames names = situation.names();
        boolean named = !needed.isEmpty() && names.has(needed.toArray(SourceName[]::new));
        return situation.fix(kind, named, names, List.of(), situation.best().orElse(null));
    }
}
