package io.github.sre4j.advisor.remedy;

import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.code.AssociationFacts;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.FilterIndex;
import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cause that a fix is proposed for, with what the source tells about it.
 *
 * @param cause the cause
 * @param places possible locations in the source, best first
 * @param exact whether the locations are of the cause itself; false for the handler of the endpoint alone
 * @param hints properties of the endpoint's code that cost time and belong to the cause
 * @param index the source
 * @param threshold threshold of the endpoint, or null
 */
public record RemedyContext(
        Cause cause,
        List<SourceLocation> places,
        boolean exact,
        List<CodeHint> hints,
        SourceIndex index,
        @Nullable Duration threshold) {

    /** Copies the lists. */
    public RemedyContext {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(index, "index");
        places = List.copyOf(places);
        hints = List.copyOf(hints);
    }

    /** Returns the location of the cause, if there is one that may be named. */
    Optional<SourceLocation> location() {
        return exact ? CertainLocation.of(places) : Optional.empty();
    }

    /** Returns the location of the only hint of a kind, or of the best if no other is as good. */
    Optional<SourceLocation> hint(CodeHint.Kind kind) {
        return CertainLocation.of(hintsOf(kind));
    }

    /** Returns the first location of a hint that names every step of one method, if all of its kind are in that method. */
    Optional<SourceLocation> hintInOneMethod(CodeHint.Kind kind) {
        List<SourceLocation> all = hintsOf(kind);
        boolean one = all.stream()
                        .map(each -> each.file() + ":" + each.firstLine())
                        .distinct()
                        .count()
                == 1;
        return one ? all.stream().min(Comparator.comparingInt(SourceLocation::line)) : Optional.empty();
    }

    private List<SourceLocation> hintsOf(CodeHint.Kind kind) {
        return hints.stream()
                .filter(hint -> hint.kind() == kind)
                .map(CodeHint::place)
                .toList();
    }

    boolean hasHint(CodeHint.Kind kind) {
        return hints.stream().anyMatch(hint -> hint.kind() == kind);
    }

    boolean hasFact(String key) {
        return cause.facts().stream().anyMatch(fact -> fact.key().equals(key));
    }

    Set<CodeTrait> traits(@Nullable SourceLocation location) {
        return location == null ? Set.of() : index.traits(location);
    }

    /** Returns whether the sources are known, and map no entities with JPA. */
    boolean withoutJpa() {
        return index != SourceIndex.NONE && !index.traits().contains(CodeTrait.JPA_ENTITIES);
    }

    Optional<AssociationFacts> association(SourceLocation field) {
        return index.association(field);
    }

    FilterIndex filterIndex() {
        return cause.target() instanceof Target.Query query
                ? index.filterIndex(query.statement())
                : FilterIndex.UNKNOWN;
    }

    /** Returns whether the statement of the cause changes rows. */
    boolean writes() {
        return cause.target() instanceof Target.Query query
                && Set.of("insert", "update", "delete", "merge", "replace")
                        .contains(query.statement().operation());
    }

    Optional<Snippet> snippet(SourceLocation location, int around) {
        return index.snippet(location, around);
    }

    SketchNames names(@Nullable SourceLocation location) {
        return new SketchNames(cause, location);
    }

    /** A fix in words alone, of a location that may be named or of none. */
    ProposedFix inWords(RemedyKind kind, boolean named, SketchNames names, @Nullable SourceLocation location) {
        return new ProposedFix(
                kind, named, names.arguments(), List.of(), location == null ? List.of() : List.of(location));
    }
}
