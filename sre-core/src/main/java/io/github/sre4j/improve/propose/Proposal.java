package io.github.sre4j.improve.propose;

import io.github.sre4j.code.SourcePlace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to change.
 *
 * @param kind the remedy; its texts carry the id
 * @param named whether the texts may use the names; else they speak of no class and no method
 * @param names arguments of the texts: see {@link Names}; from source and telemetry, untrusted as markup
 * @param sketch the change as it would look in a diff; may be empty
 * @param place where it is made, or null
 */
public record Proposal(
        RemedyKind kind,
        boolean named,
        List<String> names,
        List<SketchLine> sketch,
        @Nullable SourcePlace place) {

    /** Copies the lists. */
    public Proposal {
        Objects.requireNonNull(kind, "kind");
        names = List.copyOf(names);
        sketch = List.copyOf(sketch);
    }

    /** Where it is made, if found. */
    public Optional<SourcePlace> at() {
        return Optional.ofNullable(place);
    }
}
