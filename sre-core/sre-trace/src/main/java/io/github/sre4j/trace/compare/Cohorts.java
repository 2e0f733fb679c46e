package io.github.sre4j.trace.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares slow requests of an endpoint with normal ones. Immutable and safe to share.
 *
 * @param minRequests how many of each side are needed to say anything
 * @param falseDiscoveryRate the share of the differences told that may be chance
 * @param maxDistinctShare attributes with more distinct values than this share of the requests are no features: ids, texts
 */
public record Cohorts(int minRequests, double falseDiscoveryRate, double maxDistinctShare) {

    /** 20 a side, 5 %, half. */
    public static final Cohorts DEFAULT = new Cohorts(20, 0.05, 0.5);

    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 0.5;

    /** Refuses what makes no sense. */
    public Cohorts {
        if (minRequests < 2 || falseDiscoveryRate <= 0 || falseDiscoveryRate >= 1 || maxDistinctShare <= 0) {
            throw new IllegalArgumentException(
                    "a comparison needs at least 2 requests a side, a false discovery rate between 0 and 1, and a share above 0");
        }
    }

    /**
     * Two groups of requests.
     *
     * @param slow the slow ones
     * @param normal the normal ones
     * @param slowFromNanos the shortest duration of the slow ones
     * @param normalToNanos the longest duration of the normal ones
     */
    public record Split(
            List<RequestFeatures> slow, List<RequestFeatures> normal, long slowFromNanos, long normalToNanos) {

        /** Copies the lists. */
        public Split {
            slow = List.copyOf(slow);
            normal = List.copyOf(normal);
        }

        private static Split of(List<RequestFeatures> slow, List<RequestFeatures> normal) {
            return new Split(
                    slow,
                    normal,
                    slow.stream()
                            .mapToLong(RequestFeatures::durationNanos)
                            .min()
                            .orElse(0),
                    normal.stream()
                            .mapToLong(RequestFeatures::durationNanos)
                            .max()
                            .orElse(0));
        }
    }

    /**
     * The slowest tenth, but at least as many as are needed, against the faster half: what lies between belongs to neither and would only blur
     * the difference.
     */
    public Split slowest(List<RequestFeatures> requests) {
        List<RequestFeatures> sorted = requests.stream()
                .sorted(Comparator.comparingLong(RequestFeatures::durationNanos)
                        .thenComparing(RequestFeatures::traceId))
                .toList();
        int size = sorted.size();
        int slow = Math.min(size, Math.max(minRequests, (int) Math.round(size * SLOWEST)));
        int normal = Math.min(size - slow, Math.max(minRequests, (int) Math.round(size * FASTEST)));
        return Split.of(sorted.subList(size - slow, size), sorted.subList(0, normal));
    }

    /** Those that took longer against all others. */
    public Split slowerThan(List<RequestFeatures> requests, long nanos) {
        return Split.of(
                requests.stream().filter(each -> each.durationNanos() > nanos).toList(),
                requests.stream().filter(each -> each.durationNanos() <= nanos).toList());
    }

    /** What differs between them beyond chance. The order of requests does not matter. */
    public CohortComparison compare(List<RequestFeatures> slow, List<RequestFeatures> normal) {
        if (slow.size() < minRequests || normal.size() < minRequests) {
            return new CohortComparison(slow.size(), normal.size(), minRequests, 0, List.of());
        }
        Map<Feature, int[]> columns = new Table(slow, normal, maxDistinctShare).columns();
        List<Difference> tested = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        Significance significance = new Significance();
        columns.forEach((feature, column) -> {
            tested.add(test(feature, column, slow.size(), significance));
            patterns.add(pattern(column));
        });
        double[] rates = Significance.falseDiscoveryRates(
                tested.stream().mapToDouble(Difference::pValue).toArray());
        Map<String, List<Difference>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rates.length; i++) {
            if (rates[i] <= falseDiscoveryRate) {
                Difference found = tested.get(i);
                groups.computeIfAbsent(patterns.get(i), any -> new ArrayList<>())
                        .add(with(found, rates[i], List.of()));
            }
        }
        List<Difference> differences = new ArrayList<>();
        groups.values().forEach(group -> differences.add(folded(group)));
        differences.sort(Comparator.comparingDouble((Difference each) -> -Math.abs(each.effect()))
                .thenComparing(Difference::feature));
        return new CohortComparison(
                slow.size(), normal.size(), minRequests, tested.size(), withoutRepeats(differences));
    }

    /**
     * What takes longer in slow requests than in normal ones beyond chance, by the rank sum test; the false discovery rate is held over all that
     * is asked about.
     *
     * @param times by name: how long it took in each request
     * @return by the same names; empty if there are too few requests
     */
    public Map<String, TimeDifference> longer(Map<String, CohortTimes> times) {
        Map<String, TimeDifference> tested = new LinkedHashMap<>();
        times.forEach((name, each) -> {
            if (each.slow().size() >= minRequests && each.normal().size() >= minRequests) {
                tested.put(name, TimeDifference.of(each));
            }
        });
        double[] rates = Significance.falseDiscoveryRates(
                tested.values().stream().mapToDouble(TimeDifference::pValue).toArray());
        Map<String, TimeDifference> longer = new LinkedHashMap<>();
        int i = 0;
        for (Map.Entry<String, TimeDifference> each : tested.entrySet()) {
            if (rates[i++] <= falseDiscoveryRate && each.getValue().effect() > 0) {
                longer.put(each.getKey(), each.getValue());
            }
        }
        return longer;
    }

    private static Difference test(Feature feature, int[] column, int slow, Significance significance) {
        int[] inSlow = Arrays.copyOf(column, slow);
        int[] inNormal = Arrays.copyOfRange(column, slow, column.length);
        if (feature.kind() == Feature.Kind.CALLS) {
            double z = Significance.rankSum(inSlow, inNormal);
            double middle = median(inNormal);
            return new Difference(
                    feature,
                    above(inSlow, middle),
                    slow,
                    above(inNormal, middle),
                    inNormal.length,
                    median(inSlow),
                    middle,
                    Math.max(-1, Math.min(1, z / Math.sqrt(column.length))),
                    Significance.twoSided(z),
                    1,
                    List.of());
        }
        int slowWith = Arrays.stream(inSlow).sum();
        int normalWith = Arrays.stream(inNormal).sum();
        return new Difference(
                feature,
                slowWith,
                slow,
                normalWith,
                inNormal.length,
                0,
                0,
                Significance.phi(slowWith, slow, normalWith, inNormal.length),
                significance.fisher(slowWith, slow, normalWith, inNormal.length),
                1,
                List.of());
    }

    private static int above(int[] counts, double limit) {
        return (int) Arrays.stream(counts).filter(count -> count > limit).count();
    }

    private static double median(int[] counts) {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    /** Which requests it tells from which others: the same for a feature and for one in exactly the other requests. */
    private static String pattern(int[] column) {
        boolean binary = Arrays.stream(column).allMatch(value -> value <= 1);
        boolean flip = binary && column[0] == 1;
        StringBuilder pattern = new StringBuilder(column.length + 8);
        for (int value : column) {
            pattern.append(flip ? 1 - value : value).append(binary ? "" : ",");
        }
        return pattern.toString();
    }

    /** One of a group stands for it: what the slow ones have before what they lack, structure before attributes, then by name. */
    private static Difference folded(List<Difference> group) {
        List<Difference> sorted = group.stream()
                .sorted(Comparator.comparing((Difference each) -> each.effect() < 0)
                        .thenComparing(Difference::feature))
                .toList();
        return with(
                sorted.get(0),
                sorted.get(0).qValue(),
                sorted.stream().skip(1).map(Difference::feature).toList());
    }

    private static Difference with(Difference found, double rate, List<Feature> ties) {
        return new Difference(
                found.feature(),
                found.slowWith(),
                found.slowOf(),
                found.normalWith(),
                found.normalOf(),
                found.slowMedian(),
                found.normalMedian(),
                found.effect(),
                found.pValue(),
                rate,
                ties);
    }

    /** That a call is there and how often it is there are one thing: the stronger is told. */
    private static List<Difference> withoutRepeats(List<Difference> strongestFirst) {
        List<Difference> kept = new ArrayList<>();
        for (Difference each : strongestFirst) {
            boolean told = each.feature().kind() != Feature.Kind.ATTRIBUTE
                    && kept.stream()
                            .anyMatch(other -> other.feature().kind() != Feature.Kind.ATTRIBUTE
                                    && other.feature()
                                            .name()
                                            .equals(each.feature().name()));
            if (!told) {
                kept.add(each);
            }
        }
        return kept;
    }
}
