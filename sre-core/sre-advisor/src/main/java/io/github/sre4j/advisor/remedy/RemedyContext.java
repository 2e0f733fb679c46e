package io.github.sre4j.advisor.remedy;

import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal is made for.
 *
 * @param cause the cause
 * @param places where it may be in the source, best first
 * @param hints what the code of the endpoint does that costs time
 * @param index the source
 * @param threshold the endpoint's threshold, or null
 */
public record RemedyContext(
        Cause cause,
        List<SourceLocation> places,
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

    Optional<SourceLocation> best() {
        return places.stream().findFirst();
    }

    /** The first place of such a hint. */
    Optional<SourceLocation> hint(CodeHint.Kind... kinds) {
        return hints.stream()
                .filter(hint -> List.of(kinds).contains(hint.kind()))
                .map(CodeHint::place)
                .findFirst();
    }

    SketchNames names(List<SourceLocation> first) {
        List<SourceLocation> all = new java.util.ArrayList<>(first);
        all.addAll(places);
        return new SketchNames(cause, all);
    }

    SketchNames names() {
        return names(List.of());
    }

    Optional<Snippet> snippet(SourceLocation place, int around) {
        return index.snippet(place, around);
    }

    ProposedFix fix(
            RemedyKind kind, boolean named, SketchNames names, List<SketchLine> sketch, @Nullable SourceLocation at) {
        return new ProposedFix(kind, named, names.arguments(), sketch, at == null ? List.of() : List.of(at));
    }

    /** One whose cause shows at one place and whose change is made at another. */
    ProposedFix fix(
            RemedyKind kind,
            boolean named,
            SketchNames names,
            List<SketchLine> sketch,
            SourceLocation shows,
            SourceLocation changed) {
        return new ProposedFix(
                kind,
                named,
                names.arguments(),
                sketch,
                shows.equals(changed) ? List.of(shows) : List.of(shows, changed));
    }
}
