package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import java.util.List;
import java.util.Optional;

/**
 * The same statement once per row. Where an entity's collection or reference is loaded row by row, {@code @BatchSize} is the smallest change that
 * holds with pages and with several collections, which a fetch join does not. Where a query stands in a loop, the loop reads all rows before.
 */
final class FetchAssociationRemedy implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext situation) {
        Optional<SourceLocation> loop = situation.hint(CodeHint.Kind.QUERY_IN_LOOP);
        Optional<SourceLocation> field = situation.places().stream()
                .filter(place -> place.rule() == SourceRule.ENTITY_FIELD)
                .findFirst()
                .or(() -> situation.hint(CodeHint.Kind.COLLECTION_WITHOUT_FETCH_PLAN));
        if (loop.isPresent() && field.isEmpty()) {
            return inLoop(situation, loop.get());
        }
        if (field.isEmpty()) {
            Optional<SourceLocation> read = situation.hint(CodeHint.Kind.LAZY_READ_IN_LOOP);
            SketchNames names = situation.names(read.map(List::of).orElse(List.of()));
            return situation.fix(
                    RemedyKind.FETCH_TOGETHER,
                    read.isPresent() && names.has(SourceName.ENTITY, SourceName.FIELD),
                    names,
                    List.of(),
                    read.or(situation::best).orElse(null));
        }
        SourceLocation held = field.get();
        SketchNames names = situation.names(List.of(held));
        return situation.fix(
                RemedyKind.FETCH_TOGETHER,
                names.has(SourceName.ENTITY, SourceName.FIELD),
                names,
                SourceEdit.of(situation, held).map(edit -> batched(edit, held)).orElse(List.of()),
                situation.hint(CodeHint.Kind.LAZY_READ_IN_LOOP).orElse(held),
                held);
    }

    private static List<SketchLine> batched(SourceEdit edit, SourceLocation field) {
        // Before the annotations that are there: the line of the name may be the second of a declaration.
        int at = field.firstLine();
        return edit.insert(at, SourceEdit.indent(edit.line(at)) + "@BatchSize(size = 50)")
                .importing("org.hibernate.annotations.BatchSize")
                .hunks();
    }

    private static ProposedFix inLoop(RemedyContext situation, SourceLocation loop) {
        SketchNames names = situation.names(List.of(loop));
        boolean named = names.has(SourceName.REPOSITORY, SourceName.REPOSITORY_METHOD);
        return situation.fix(RemedyKind.BATCH_READ, named, names, List.of(), loop);
    }
}
