package io.github.sre4j.trace.period;

import java.util.List;

/**
 * What differs in a period from a reference.
 *
 * @param reference requests of the reference
 * @param window requests of the period
 * @param causes most likely first; empty if nothing differs beyond chance
 */
public record PeriodComparison(int reference, int window, List<RootCause> causes) {

    /** Copies the list. */
    public PeriodComparison {
        causes = List.copyOf(causes);
    }
}
