package io.github.sre4j.advisor.evidence.files;

import io.github.sre4j.advisor.evidence.StartEffect;
import io.github.sre4j.advisor.evidence.files.ServiceStarts.Start;
import io.github.sre4j.advisor.impact.SlowRequest;
import io.github.sre4j.assess.stats.FisherExact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Times and durations of the requests of one endpoint, which show whether starts of the service make it slow. Compact: an endpoint may have millions of requests.
 * Not thread-safe.
 */
final class RequestTimes {

    /** Times after a start that are tried, in seconds. */
    private static final long[] WITHIN = {10, 20, 30, 40, 60, 90, 120, 180, 300};

    private static final double NEARLY_ALL = 0.9;
    private static final double LEAST_SHARE = 0.2;
    private static final int LEAST_SLOW = 3;
    private static final double CHANCE = 0.001;

    private final double threshold;
    private final Map<String, Integer> instances = new HashMap<>();
    private long[] millis = new long[64];
    private float[] seconds = new float[64];
    private short[] instance = new short[64];
    private int size;
    private final Map<Integer, SlowRequest> slow = new TreeMap<>();
    private final Map<Integer, String> guids = new HashMap<>();

    /**
     * Creates an empty list.
     *
     * @param threshold duration above which a request is slow, in seconds
     */
    RequestTimes(double threshold) {
        this.threshold = threshold;
    }

    void add(String of, long atMillis, double duration) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
            instance = Arrays.copyOf(instance, 2 * size);
        }
        millis[size] = atMillis;
        seconds[size] = (float) duration;
        // More instances than that share one place: their starts are not told apart.
        instance[size] = (short) Math.min(Short.MAX_VALUE, instances.computeIfAbsent(of, any -> instances.size()));
        size++;
    }

    /** Adds a slow request. */
    void add(String of, long atMillis, SlowRequest request, String guid) {
        slow.put(size, request);
        guids.put(size, guid);
        add(of, atMillis, request.seconds());
    }

    /** Returns the slow requests that no start explains, in the order in which they were added. */
    List<SlowRequest> slowExcept(Set<Integer> after) {
        List<SlowRequest> others = new ArrayList<>();
        slow.forEach((index, request) -> {
            if (!after.contains(index)) {
                others.add(request);
            }
        });
        return others;
    }

    /** Returns the guids of some requests. */
    Set<String> guids(Set<Integer> indexes) {
        Set<String> found = new HashSet<>();
        indexes.forEach(index -> found.add(guids.getOrDefault(index, "")));
        return found;
    }

    /**
     * Slow requests after starts.
     *
     * @param effect the effect
     * @param indexes the slow requests
     */
    record AfterStarts(StartEffect effect, Set<Integer> indexes) {}

    /**
     * Returns the effect of starts; empty unless several slow requests came after them, with a share of the waiting that matters, far more often than later on.
     */
    Optional<AfterStarts> afterStarts(ServiceStarts starts) {
        if (slow.size() < LEAST_SLOW) {
            return Optional.empty();
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        NavigableMap<Long, Start>[] byInstance = new NavigableMap[instances.size()];
        instances.forEach((name, index) -> byInstance[index] = starts.of(name));
        long[] ages = new long[size];
        for (int i = 0; i < size; i++) {
            Long start = byInstance[Math.min(instance[i], byInstance.length - 1)].floorKey(millis[i]);
            ages[i] = start == null ? Long.MAX_VALUE : millis[i] - start;
        }
        double all = excess(ages, Long.MAX_VALUE);
        long within = within(ages, all);
        return all == 0 || excess(ages, within * 1_000) < LEAST_SHARE * all
                ? Optional.empty()
                : effect(ages, within, all, byInstance);
    }

    /** Returns the shortest time after a start, in seconds, in which nearly all of the waiting comes that is more than requests wait later on; 0 if there is none. */
    private long within(long[] ages, double all) {
        long longest = WITHIN[WITHIN.length - 1] * 1_000;
        long late = Arrays.stream(ages).filter(age -> age > longest).count();
        double usual = late == 0 ? 0 : (all - excess(ages, longest)) / late;
        double[] more = new double[WITHIN.length];
        for (int i = 0; i < WITHIN.length; i++) {
            long millis = WITHIN[i] * 1_000;
            more[i] = excess(ages, millis)
                    - usual * Arrays.stream(ages).filter(age -> age <= millis).count();
        }
        double most = Arrays.stream(more).max().orElse(0);
        if (most <= 0) {
            return 0;
        }
        int shortest = 0;
        while (more[shortest] < NEARLY_ALL * most) {
            shortest++;
        }
        return WITHIN[shortest];
    }

    private double excess(long[] ages, long within) {
        double sum = 0;
        for (Map.Entry<Integer, SlowRequest> each : slow.entrySet()) {
            sum += ages[each.getKey()] <= within
                    ? each.getValue().weight() * (each.getValue().seconds() - threshold)
                    : 0;
        }
        return sum;
    }

    private Optional<AfterStarts> effect(long[] ages, long within, double all, NavigableMap<Long, Start>[] byInstance) {
        Set<Integer> early = new HashSet<>();
        int requestsEarly = 0;
        List<Float> later = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (ages[i] <= within * 1_000) {
                requestsEarly++;
                if (slow.containsKey(i)) {
                    early.add(i);
                }
            } else {
                later.add(seconds[i]);
            }
        }
        boolean clear = early.size() >= LEAST_SLOW
                && requestsEarly <= later.size()
                && FisherExact.worsePValue(later.size(), slow.size() - early.size(), requestsEarly, early.size())
                        < CHANCE;
        if (!clear) {
            return Optional.empty();
        }
        TreeMap<Long, Start> of = new TreeMap<>();
        List<SlowRequest> requests = new ArrayList<>();
        for (int index : early.stream().sorted().toList()) {
            Map.Entry<Long, Start> start =
                    byInstance[Math.min(instance[index], byInstance.length - 1)].floorEntry(millis[index]);
            if (start != null) {
                of.put(start.getKey(), start.getValue());
            }
            SlowRequest request = slow.get(index);
            if (request != null) {
                requests.add(request);
            }
        }
        later.sort(null);
        Start first = of.firstEntry().getValue();
        return Optional.of(new AfterStarts(
                new StartEffect(
                        Instant.ofEpochMilli(first.atMillis()),
                        first.sign(),
                        of.size(),
                        Duration.ofSeconds(within),
                        requestsEarly,
                        requests,
                        excess(ages, within * 1_000) / all,
                        slow.size(),
                        later.get(later.size() / 2)),
                early));
    }
}
