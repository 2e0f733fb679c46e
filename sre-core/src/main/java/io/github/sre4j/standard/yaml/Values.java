package io.github.sre4j.standard.yaml;

import io.github.sre4j.sli.Durations;
import io.github.sre4j.sli.Objective;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of the two files, each with the sentence for when it is wrong. */
final class Values {

    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)\\s?%");
    private static final Pattern CHANCE = Pattern.compile("-?\\d{1,9}(?:\\.\\d{1,12})?");
    private static final Set<String> REGIONS = Set.of("us", "eu", "jp", "gov", "fedramp");

    private Values() {}

    static Duration positiveDuration(String text) {
        Duration duration = Durations.parse(text);
        if (duration.isZero()) {
            throw new IllegalArgumentException("the duration must be longer than zero");
        }
        return duration;
    }

    /** The share of events that must be good, from {@code 95%}. */
    static Objective objective(String text) {
        return new Objective(share(text, "the share of good events"));
    }

    /** The share of events that must be good, from the share that may be bad: {@code 1%}. */
    static Objective belowBad(String text) {
        return new Objective(BigDecimal.ONE.subtract(share(text, "the share of errors")));
    }

    static BigDecimal shift(String text) {
        if (!text.matches("\\d{1,3}(?:\\.\\d{1,6})?") || new BigDecimal(text).signum() == 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a layout shift; it has no unit: write one such as 0.1");
        }
        return new BigDecimal(text);
    }

    static double confidence(String text) {
        if (!CHANCE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a number; write a chance such as 0.99");
        }
        double value = Double.parseDouble(text);
        if (!(value > 0.5 && value < 1)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a chance above 0.5 and below 1; write one such as 0.99");
        }
        return value;
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a date; write year-month-day such as 2027-03-31", e);
        }
    }

    static String region(String text) {
        if (!REGIONS.contains(text)) {
            throw new IllegalArgumentException("unknown region '" + text + "'; allowed: us, eu, jp, gov");
        }
        return text;
    }

    static String account(String text) {
        if (!text.matches("\\d{1,12}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an account id; it is the number that New Relic shows for the account");
        }
        return text;
    }

    static String guid(String text) {
        if (!text.matches("[A-Za-z0-9+/=_-]{8,256}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an entity GUID; copy it from the entity's 'See metadata' in New Relic");
        }
        return text;
    }

    private static BigDecimal share(String text, String what) {
        Matcher matcher = PERCENTAGE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a percentage; write " + what + " with a percent sign, such as 95% or 0.5%");
        }
        BigDecimal share = new BigDecimal(matcher.group(1)).movePointLeft(2);
        if (share.signum() == 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("'" + text + "' can never be shown to be met or missed; " + what
                    + " must be above 0% and below 100%");
        }
        return share;
    }
}
