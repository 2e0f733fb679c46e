package io.github.sre4j.sli;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.Objects;

/**
 * The name of one kind of request exactly as telemetry stores it, for instance
 * {@code WebTransaction/SpringController/owners/{ownerId} (GET)}.
 *
 * <p>The name is untrusted text: whoever shows it escapes it for the place where it is shown.
 *
 * @param value the stored name, not blank
 */
public record EndpointName(String value) implements Comparable<EndpointName> {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if {@code value} is blank
     */
    public EndpointName {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new InvalidInputException(Message.of(Objective.class, "endpoint-blank"));
        }
    }

    @Override
    public int compareTo(EndpointName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
