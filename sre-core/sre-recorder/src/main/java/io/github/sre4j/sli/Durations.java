package io.github.sre4j.sli;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in files and parameters: {@code 300ms}, {@code 1.5s}, {@code 5m}, {@code 12h}, {@code 7d}. */
public final class Durations {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?\\s?(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @param text the text, in one of the forms of the class
     * @return the duration, zero or positive, exact to the nanosecond
     * @throws IllegalArgumentException if it has none of the forms; the message names the text and the forms
     */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text.strip());
        if (matcher.matches()) {
            Duration unit = UNITS.getOrDefault(matcher.group(3), Duration.ZERO);
            Duration whole = unit.multipliedBy(Long.parseLong(matcher.group(1)));
            return matcher.group(2) == null ? whole : whole.plus(fraction(unit, matcher.group(2)));
        }
        if (text.strip().startsWith("P")) {
            try {
                Duration iso = Duration.parse(text.strip());
                if (!iso.isNegative()) {
                    return iso;
                }
            } catch (DateTimeException | ArithmeticException e) {
                throw new InvalidInputException(message(text), e);
            }
        }
        throw new InvalidInputException(message(text));
    }

    private static Duration fraction(Duration unit, String digits) {
        long denominator = 1;
        for (int i = 0; i < digits.length(); i++) {
            denominator *= 10;
        }
        return unit.multipliedBy(Long.parseLong(digits)).dividedBy(denominator);
    }

    private static Message message(String text) {
        return Message.of(Durations.class, "no-duration", text);
    }
}
