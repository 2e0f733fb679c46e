package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A statement that takes long: an index for the column it filters by, if the plan says so; nobody sees the plan from outside. */
final class SlowStatement implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext situation) {
        Optional<SourceLocation> hint =
                situation.hint(CodeHint.Kind.FILTER_WITHOUT_INDEX).filter(place -> sameTable(situation, place));
        SketchNames names = situation.names(hint.map(List::of).orElse(List.of()));
        SourceLocation at = situation.best().or(() -> hint).orElse(null);
        if (!names.has(SourceName.TABLE, SourceName.COLUMN)) {
            return situation.fix(RemedyKind.EXPLAIN, names.has(SourceName.TABLE), names, List.of(), at);
        }
        String table = names.of(SourceName.TABLE).toLowerCase(Locale.ROOT);
        String column = names.of(SourceName.COLUMN).toLowerCase(Locale.ROOT);
        List<SketchLine> sketch = new Sketch()
                .come("create index " + table + "_" + column + "_idx on " + table + " (" + column + ");")
                .lines();
        return situation.fix(RemedyKind.INDEX, true, names, sketch, at);
    }

    private static boolean sameTable(RemedyContext situation, SourceLocation place) {
        String table = situation.names().of(SourceName.TABLE);
        return place.name(SourceName.TABLE).map(table::equalsIgnoreCase).orElse(true);
    }
}
