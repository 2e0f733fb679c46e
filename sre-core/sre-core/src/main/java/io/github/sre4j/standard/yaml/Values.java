package io.github.sre4j.standard.yaml;

import io.github.sre4j.sli.Durations;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of the two files, each with the sentence for when it is wrong. */
final class Values {

    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)\\s?%");
    private static final Pattern CHANCE = Pattern.compile("-?\\d{1,9}(?:\\.\\d{1,12})?");

    private Values() {}

    static Duration positiveDuration(String text) {
        Duration duration = Durations.parse(text);
        if (duration.isZero()) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "zero-duration"));
        }
        return duration;
    }

    /** Returns a duration of full hours, at least one. */
    static Duration fullHours(String text) {
        Duration duration = Durations.parse(text);
        if (duration.compareTo(Duration.ofHours(1)) < 0
                || duration.toSeconds() % Duration.ofHours(1).toSeconds() != 0) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "no-full-hours", text));
        }
        return duration;
    }

    /** The share of events that must be good, from {@code 95%}. */
    static Objective objective(String text) {
        return new Objective(share(text, Message.of(StandardYaml.class, "share-good")));
    }

    /** The share of events that must be good, from the share that may be bad: {@code 1%}. */
    static Objective belowBad(String text) {
        return new Objective(BigDecimal.ONE.subtract(share(text, Message.of(StandardYaml.class, "share-errors"))));
    }

    /** The largest share of requests, from {@code 20%}; all of them may be allowed, too. */
    static double atMost(String text) {
        return text.strip().matches("100\\s?%")
                ? 1
                : share(text, Message.of(StandardYaml.class, "share-waived")).doubleValue();
    }

    /** The largest share of the window, from {@code 10%}, at most half. */
    static double ofWindow(String text) {
        double share =
                share(text, Message.of(StandardYaml.class, "share-maintenance")).doubleValue();
        if (share > 0.5) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "maintenance-most", text));
        }
        return share;
    }

    /** A point in time with a zone, such as {@code 2026-11-20T22:00Z}. */
    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "no-instant", text), e);
        }
    }

    static BigDecimal shift(String text) {
        if (!text.matches("\\d{1,3}(?:\\.\\d{1,6})?") || new BigDecimal(text).signum() == 0) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "no-shift", text));
        }
        return new BigDecimal(text);
    }

    static double confidence(String text) {
        if (!CHANCE.matcher(text).matches()) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "no-number", text));
        }
        double value = Double.parseDouble(text);
        if (!(value > 0.5 && value < 1)) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "no-chance", text));
        }
        return value;
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "no-date", text), e);
        }
    }

    private static BigDecimal share(String text, Message what) {
        Matcher matcher = PERCENTAGE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "no-percentage", text, what));
        }
        BigDecimal share = new BigDecimal(matcher.group(1)).movePointLeft(2);
        if (share.signum() == 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "share-out-of-reach", text, what));
        }
        return share;
    }
}
