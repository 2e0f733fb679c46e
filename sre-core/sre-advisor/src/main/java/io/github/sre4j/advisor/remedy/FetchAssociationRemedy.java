package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.AssociationFacts;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remedy of a statement that is repeated for every row. Writes are batched. Where an association is loaded row by row, {@code @BatchSize} is the smallest
 * change that holds with pages and with several collections, which a fetch join does not; it belongs on the field of a collection, and on the class of a
 * referenced entity. Where a query runs in a loop, one query before the loop reads all rows.
 */
final class FetchAssociationRemedy implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext context) {
        if (context.writes()) {
            return batchedWrites(context);
        }
        Optional<SourceLocation> read = context.hint(CodeHint.Kind.LAZY_READ_IN_LOOP);
        Optional<SourceLocation> query = context.hint(CodeHint.Kind.QUERY_IN_LOOP);
        Optional<SourceLocation> field = field(context, read);
        boolean either = context.hasHint(CodeHint.Kind.QUERY_IN_LOOP)
                && (context.hasHint(CodeHint.Kind.LAZY_READ_IN_LOOP) || field.isPresent());
        if (context.withoutJpa()) {
            return query.map(each -> inLoop(context, each))
                    .orElseGet(() -> context.inWords(RemedyKind.BATCH_READ, false, context.names(null), null));
        }
        if (either) {
            // Two pieces of code run such a statement, and nothing tells which of them this one is of.
            return context.inWords(RemedyKind.FETCH_TOGETHER, false, context.names(null), null);
        }
        if (query.isPresent()) {
            return inLoop(context, query.get());
        }
        return field.map(each -> fetched(context, each, read.orElse(each)))
                .orElseGet(() -> context.inWords(
                        RemedyKind.FETCH_TOGETHER,
                        read.isPresent() && context.names(read.get()).has(SourceName.ENTITY, SourceName.FIELD),
                        context.names(read.orElse(null)),
                        read.or(context::location).orElse(null)));
    }

    /** Returns the mapping of the association whose rows are loaded: the one that the loop reads, or the only one it can be. */
    private static Optional<SourceLocation> field(RemedyContext context, Optional<SourceLocation> read) {
        List<SourceLocation> fields = context.places().stream()
                .filter(place -> context.exact() && place.rule() == SourceRule.ENTITY_FIELD)
                .toList();
        if (read.isPresent()) {
            return fields.stream()
                    .filter(place -> place.name(SourceName.FIELD)
                                    .equals(read.get().name(SourceName.FIELD))
                            && place.name(SourceName.ENTITY).equals(read.get().name(SourceName.ENTITY)))
                    .findFirst();
        }
        return context.location()
                .filter(fields::contains)
                .or(() -> context.exact() && !context.places().isEmpty()
                        ? Optional.empty()
                        : context.hint(CodeHint.Kind.COLLECTION_WITHOUT_FETCH_PLAN));
    }

    private static ProposedFix fetched(RemedyContext context, SourceLocation field, SourceLocation shows) {
        SketchNames names = context.names(field);
        boolean named = names.has(SourceName.ENTITY, SourceName.FIELD);
        Optional<AssociationFacts> facts = context.association(field);
        List<SourceLocation> places = shows.equals(field) ? List.of(field) : List.of(shows, field);
        if (facts.isEmpty()) {
            return new ProposedFix(RemedyKind.FETCH_TOGETHER, named, names.arguments(), List.of(), places);
        }
        AssociationFacts mapping = facts.get();
        if (mapping.batchSize() > 1) {
            names.detail(mapping.batchedBy() + " " + mapping.batchSize());
            return new ProposedFix(RemedyKind.LARGER_BATCH, named, names.arguments(), List.of(), places);
        }
        boolean patchable = !mapping.planned()
                && mapping.batchedBy().isEmpty()
                && !context.traits(field).contains(CodeTrait.OTHER_JPA_PROVIDER);
        return switch (mapping.kind()) {
            case TO_MANY ->
                new ProposedFix(
                        RemedyKind.FETCH_TOGETHER,
                        named,
                        names.arguments(),
                        patchable ? BatchSizeSketch.before(context, field) : List.of(),
                        places);
            case TO_ONE -> {
                Optional<SourceLocation> target = mapping.targetClass();
                yield new ProposedFix(
                        RemedyKind.FETCH_REFERENCE,
                        named && names.has(SourceName.TARGET),
                        names.arguments(),
                        patchable && target.isPresent() ? BatchSizeSketch.before(context, target.get()) : List.of(),
                        places);
            }
            case INVERSE_TO_ONE -> new ProposedFix(RemedyKind.JOIN_FETCH, named, names.arguments(), List.of(), places);
        };
    }

    private static ProposedFix inLoop(RemedyContext context, SourceLocation loop) {
        SketchNames names = context.names(loop);
        return context.inWords(RemedyKind.BATCH_READ, callsRepository(loop, names), names, loop);
    }

    /** Returns whether a loop calls a method that runs the statement; the method itself may hold the loop. */
    private static boolean callsRepository(@Nullable SourceLocation loop, SketchNames names) {
        boolean named = names.has(SourceName.REPOSITORY, SourceName.REPOSITORY_METHOD);
        return named
                && loop != null
                && !(names.of(SourceName.REPOSITORY_METHOD).equals(loop.method())
                        && loop.className().endsWith(names.of(SourceName.REPOSITORY)));
    }

    private static ProposedFix batchedWrites(RemedyContext context) {
        SourceLocation location =
                context.hint(CodeHint.Kind.QUERY_IN_LOOP).or(context::location).orElse(null);
        SketchNames names = context.names(location);
        return context.inWords(
                context.withoutJpa() ? RemedyKind.BATCH_WRITE_JDBC : RemedyKind.BATCH_WRITE,
                callsRepository(location, names),
                names,
                location);
    }
}
