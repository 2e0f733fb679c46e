package io.github.sre4j.examples.standin.misbehave;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A mode with what belongs to it, written {@code mode[:requests][,key=value...]}: {@code 429:2,retry-after=1}.
 *
 * @param requests how many requests it spoils; {@link Integer#MAX_VALUE} for all
 */
public record Fault(FaultType mode, int requests, Map<String, String> parameters) {
    public Fault {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it cannot be read; the message says what is allowed
     */
    public static Fault parse(String text) {
        String[] parts = text.strip().split(",", -1);
        String[] head = parts[0].split(":", 2);
        FaultType mode = FaultType.of(head[0].strip())
                .orElseThrow(() -> new IllegalArgumentException("unknown misbehaviour '" + head[0] + "'; there is: "
                        + Arrays.stream(FaultType.values()).map(FaultType::word).collect(Collectors.joining(", "))));
        int requests = head.length == 1 ? Integer.MAX_VALUE : number(text, head[1]);
        Map<String, String> parameters = new HashMap<>();
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            String[] pair = part.split("=", 2);
            if (pair.length != 2) {
                throw new IllegalArgumentException("'" + part + "' in misbehaviour '" + text + "' is not key=value");
            }
            parameters.put(pair[0].strip(), pair[1].strip());
        }
        return new Fault(mode, requests, parameters);
    }

    /**
     * A whole number that belongs to it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public int number(String key, int fallback) {
        String value = parameters.get(key);
        return value == null ? fallback : number(key, value);
    }

    /** A word that belongs to it. */
    public String word(String key, String fallback) {
        return parameters.getOrDefault(key, fallback);
    }

    private static int number(String where, String value) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + value + "' in misbehaviour '" + where + "' is not a whole number", e);
        }
        throw new IllegalArgumentException("'" + value + "' in misbehaviour '" + where + "' is negative");
    }
}
