package io.github.sre4j.alerts.migrate.translate;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time between two runs of a cron expression within its hours. */
final class CronInterval {

    private static final Pattern STEP = Pattern.compile("(\\*|\\d+-\\d+)(?:/(\\d{1,2}))?|(\\d{1,2})");

    private CronInterval() {}

    /** Returns the shortest time between two runs, in seconds; empty if there is at most one run a day, or the expression is unknown. */
    static Optional<Long> of(String[] fields) {
        SortedSet<Integer> minutes = values(fields[0], 60);
        SortedSet<Integer> hours = values(fields[1], 24);
        if (minutes.isEmpty() || hours.isEmpty() || (minutes.size() == 1 && hours.size() == 1)) {
            return Optional.empty();
        }
        int shortest = minutes.size() > 1 ? gap(minutes, 60) : gap(hours, 24) * 60;
        return Optional.of(shortest * 60L);
    }

    private static int gap(SortedSet<Integer> values, int cycle) {
        int shortest = values.first() + cycle - values.last();
        Integer previous = null;
        for (int value : values) {
            if (previous != null) {
                shortest = Math.min(shortest, value - previous);
            }
            previous = value;
        }
        return shortest;
    }

    private static SortedSet<Integer> values(String field, int cycle) {
        SortedSet<Integer> values = new TreeSet<>();
        for (String part : field.split(",", -1)) {
            Matcher matcher = STEP.matcher(part);
            if (!matcher.matches()) {
                return new TreeSet<>();
            }
            if (matcher.group(3) != null) {
                values.add(Integer.parseInt(matcher.group(3)));
                continue;
            }
            String[] range = matcher.group(1).split("-", -1);
            int from = range.length == 2 ? Integer.parseInt(range[0]) : 0;
            int to = range.length == 2 ? Integer.parseInt(range[1]) : cycle - 1;
            int step = matcher.group(2) == null ? 1 : Math.max(1, Integer.parseInt(matcher.group(2)));
            for (int value = from; value <= to && value < cycle; value += step) {
                values.add(value);
            }
        }
        return values;
    }
}
