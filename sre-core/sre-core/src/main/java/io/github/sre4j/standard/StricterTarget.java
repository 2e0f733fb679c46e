package io.github.sre4j.standard;

import io.github.sre4j.sli.Sli;
import java.util.List;
import java.util.Objects;

/**
 * What a product asks of itself beyond the standard.
 *
 * @param className the class of the standard it is about
 * @param slis its stricter thresholds, at most one of each kind, at least one
 */
public record StricterTarget(String className, List<Sli> slis) {

    /** Copies the list. */
    public StricterTarget {
        Objects.requireNonNull(className, "className");
        slis = List.copyOf(slis);
        if (slis.isEmpty()) {
            throw new IllegalArgumentException("class '" + className + "' is given no stricter threshold");
        }
    }
}
