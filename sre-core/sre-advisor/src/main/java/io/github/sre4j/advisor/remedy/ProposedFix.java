package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.SourceLocation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to change.
 *
 * @param kind the remedy; its texts carry the id
 * @param named whether the texts may use the names; else they speak of no class and no method
 * @param names arguments of the texts: see {@link SketchNames}; from source and telemetry, untrusted as markup
 * @param sketch the change as it would look in a diff; may be empty
 * @param places where: first where the cause shows, then where the change is made if that is elsewhere; empty if not found
 * @param shownFor versions for which the patch was shown to work, if it is left out because the product has others; else empty
 */
public record ProposedFix(
        RemedyKind kind,
        boolean named,
        List<String> names,
        List<SketchLine> sketch,
        List<SourceLocation> places,
        String shownFor) {

    /** A fix whose patch, if it has one, is offered. */
    public ProposedFix(
            RemedyKind kind, boolean named, List<String> names, List<SketchLine> sketch, List<SourceLocation> places) {
        this(kind, named, names, sketch, places, "");
    }

    /** Copies the lists. */
    public ProposedFix {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(shownFor, "shownFor");
        names = List.copyOf(names);
        sketch = List.copyOf(sketch);
        places = List.copyOf(places);
    }

    /** Returns the fix without its patch, which was shown to work for other versions only. */
    ProposedFix withoutPatch(String versions) {
        return new ProposedFix(kind, named, names, List.of(), places, versions);
    }

    /** Where to look first, if found. */
    public Optional<SourceLocation> at() {
        return places.stream().findFirst();
    }
}
