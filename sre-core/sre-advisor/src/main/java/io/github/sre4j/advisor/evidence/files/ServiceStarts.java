package io.github.sre4j.advisor.evidence.files;

import io.github.sre4j.advisor.evidence.StartEffect.Sign;
import io.github.sre4j.sli.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Starts of the instances of a service, by deployments, by events of initialization, and by first requests. Not thread-safe. */
final class ServiceStarts {

    /** An instance whose first request is as close to the start of the window was running before, for all that is known. */
    private static final long EDGE_MILLIS = Duration.ofMinutes(1).toMillis();

    /** A start in milliseconds since the epoch. */
    record Start(long atMillis, Sign sign) {}

    private final long edge;
    private final List<Start> deployments = new ArrayList<>();
    private final Map<String, List<Start>> initializations = new HashMap<>();
    private final Map<String, Long> firstRequests = new HashMap<>();

    ServiceStarts(Window window) {
        this.edge = window.from().toEpochMilli() + EDGE_MILLIS;
    }

    void deployment(long atMillis) {
        deployments.add(new Start(atMillis, Sign.DEPLOYMENT));
    }

    void initialization(String instance, long atMillis) {
        initializations
                .computeIfAbsent(instance, any -> new ArrayList<>())
                .add(new Start(atMillis, Sign.INITIALIZATION));
    }

    void request(String instance, long atMillis) {
        firstRequests.merge(instance, atMillis, Math::min);
    }

    /** Returns the starts of an instance by their time in milliseconds since the epoch. */
    NavigableMap<Long, Start> of(String instance) {
        NavigableMap<Long, Start> byTime = new TreeMap<>();
        deployments.forEach(start -> byTime.put(start.atMillis(), start));
        initializations.getOrDefault(instance, List.of()).forEach(start -> byTime.put(start.atMillis(), start));
        Long first = firstRequests.get(instance);
        if (first != null && first > edge && !initializations.containsKey(instance)) {
            byTime.put(first, new Start(first, Sign.FIRST_REQUEST));
        }
        return byTime;
    }
}
