package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.FilterIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.List;

/**
 * Remedy of a slow statement. An index is proposed only if the product's own files show that none serves the filter of the statement; table and columns are those
 * of the statement, never of a location. Otherwise the query plan decides.
 */
final class SlowStatement implements Remedy {

    /** The shortest limit of a name among common databases. */
    private static final int MAX_NAME = 60;

    @Override
    public ProposedFix propose(RemedyContext context) {
        SourceLocation location = context.location().orElse(null);
        SketchNames names = context.names(location);
        FilterIndex index = context.filterIndex();
        names.with(SourceName.TABLE, index.table().isEmpty() ? names.of(SourceName.TABLE) : index.table())
                .with(SourceName.COLUMN, String.join(", ", index.columns()))
                .detail(index.declaredIn());
        boolean named = !names.of(SourceName.TABLE).isEmpty();
        return switch (index.state()) {
            case MISSING ->
                new ProposedFix(
                        RemedyKind.INDEX,
                        true,
                        names.arguments(),
                        statement(index),
                        location == null ? List.of() : List.of(location));
            case PRESENT -> context.inWords(RemedyKind.EXPLAIN_INDEXED, true, names, location);
            case NOT_USABLE -> context.inWords(RemedyKind.EXPLAIN_FILTER, true, names, location);
            case UNKNOWN -> context.inWords(RemedyKind.EXPLAIN, named, names, location);
        };
    }

    private static List<SketchLine> statement(FilterIndex index) {
        String columns = String.join(", ", index.columns());
        String name = index.table() + "_" + String.join("_", index.columns());
        String shortened = name.length() > MAX_NAME - 4 ? name.substring(0, MAX_NAME - 4) : name;
        return new Sketch()
                .come("create index " + shortened + "_idx on " + index.table() + " (" + columns + ");")
                .lines();
    }
}
