package io.github.sre4j.improve.propose;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourcePlace;
import io.github.sre4j.improve.cause.Cause;
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
public record Situation(
        Cause cause,
        List<SourcePlace> places,
        List<CodeHint> hints,
        SourceIndex index,
        @Nullable Duration threshold) {

    /** Copies the lists. */
    public Situation {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(index, "index");
        places = List.copyOf(places);
        hints = List.copyOf(hints);
    }

    Optional<SourcePlace> best() {
        return places.stream().findFirst();
    }

    /** The first place of such a hint. */
    Optional<SourcePlace> hint(CodeHint.Kind... kinds) {
        return hints.stream()
                .filter(hint -> List.of(kinds).contains(hint.kind()))
                .map(CodeHint::place)
                .findFirst();
    }

    Names names(List<SourcePlace> first) {
        List<SourcePlace> all = new java.util.ArrayList<>(first);
        all.addAll(places);
        return new Names(cause, all);
    }

    Names names() {
        return names(List.of());
    }

    Optional<Snippet> snippet(SourcePlace place, int around) {
        return index.snippet(place, around);
    }

    Proposal proposal(RemedyKind kind, boolean named, Names names, List<SketchLine> sketch, @Nullable SourcePlace at) {
        return new Proposal(kind, named, names.arguments(), sketch, at == null ? List.of() : List.of(at));
    }

    /** One whose cause shows at one place and whose change is made at another. */
    Proposal proposal(
            RemedyKind kind,
            boolean named,
            Names names,
            List<SketchLine> sketch,
            SourcePlace shows,
            SourcePlace changed) {
        return new Proposal(
                kind,
                named,
                names.arguments(),
                sketch,
                shows.equals(changed) ? List.of(shows) : List.of(shows, changed));
    }
}
