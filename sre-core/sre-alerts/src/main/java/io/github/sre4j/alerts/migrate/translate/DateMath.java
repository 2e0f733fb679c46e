package io.github.sre4j.alerts.migrate.translate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time relative to the end of a run, such as {@code now-5m/m}.
 *
 * @param seconds offset from the end of the run, in seconds, usually negative
 * @param roundedTo length of the unit to which it is rounded, in seconds, 0 if it is not
 */
record DateMath(long seconds, long roundedTo) {

    private static final Pattern MATH = Pattern.compile(
            "\\s*(now|\\{\\{\\s*(?:ctx\\.)?period_?(?:end|start|End|Start)\\s*\\}\\})(?:\\|\\|)?((?:[+-]\\d{1,9}[smhHdwMy])*)(?:/([smhHdwMy]))?\\s*");
    private static final Pattern STEP = Pattern.compile("([+-]\\d{1,9})([smhHdwMy])");

    /** Returns whether a text means a time relative to the run. */
    static boolean isRelative(String text) {
        return text.contains("{{") || text.strip().startsWith("now");
    }

    /**
     * Parses a time.
     *
     * @param interval time between two runs, in seconds
     */
    static Optional<DateMath> parse(String text, long interval) {
        Matcher matcher = MATH.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean start = matcher.group(1).toLowerCase(java.util.Locale.ROOT).contains("start");
        long seconds = start ? -interval : 0;
        Matcher step = STEP.matcher(matcher.group(2));
        while (step.find()) {
            seconds += Long.parseLong(step.group(1)) * unit(step.group(2));
        }
        return Optional.of(new DateMath(seconds, matcher.group(3) == null ? 0 : unit(matcher.group(3))));
    }

    private static long unit(String unit) {
        return switch (unit) {
            case "s" -> 1;
            case "m" -> 60;
            case "h", "H" -> 3_600;
            case "d" -> 86_400;
            case "w" -> 604_800;
            case "M" -> 2_592_000;
            default -> 31_536_000;
        };
    }
}
