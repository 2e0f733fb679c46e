package io.github.sre4j.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Puts log lines into an order that does not depend on the order they came in, drops repeats, and gives each an id. */
final class LogOrder {

    private static final Comparator<LogLine> ORDER = Comparator.comparingLong(LogLine::atNanos)
            .thenComparing(LogLine::severity)
            .thenComparing(line -> Objects.requireNonNullElse(line.logger(), ""))
            .thenComparing(LogLine::message)
            .thenComparing(LogLine::toString);

    private LogOrder() {}

    static List<LogLine> of(List<LogLine> lines) {
        List<LogLine> sorted = new ArrayList<>(lines);
        sorted.sort(ORDER);
        Set<String> ids = new HashSet<>();
        List<LogLine> named = new ArrayList<>(sorted.size());
        LogLine before = null;
        for (LogLine line : sorted) {
            if (line.equals(before)) {
                continue;
            }
            before = line;
            boolean usable = !line.id().isEmpty() && ids.add(line.id());
            named.add(usable ? line : line.withId("L" + (named.size() + 1)));
        }
        return List.copyOf(named);
    }
}
