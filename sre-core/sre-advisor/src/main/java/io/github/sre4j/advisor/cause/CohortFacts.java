package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.cause.LatencyCauses.Group;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.compare.CohortComparison;
import io.github.sre4j.trace.compare.CohortTimes;
import io.github.sre4j.trace.compare.Cohorts;
import io.github.sre4j.trace.compare.Difference;
import io.github.sre4j.trace.compare.Feature;
import io.github.sre4j.trace.compare.FeatureReader;
import io.github.sre4j.trace.compare.TimeDifference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What tells the slow requests of an endpoint from its normal ones beyond chance, where there are enough traces of both: which of the causes differ
 * in number or time, and what else comes with being slow. Not thread-safe.
 */
final class CohortFacts {

    private static final int MOST_OTHERS = 2;

    private final List<SlowTrace> slow;
    private final CohortComparison comparison;
    private final List<List<String>> slowNames;
    private final Map<Group, Set<String>> calls = new HashMap<>();
    private final Map<String, TimeDifference> longer;

    CohortFacts(List<SlowTrace> slow, List<SlowTrace> normal, List<Group> groups) {
        this.slow = slow;
        boolean enough = slow.size() >= Cohorts.DEFAULT.minRequests() && normal.size() >= Cohorts.DEFAULT.minRequests();
        if (!enough) {
            this.comparison = Cohorts.DEFAULT.compare(List.of(), List.of());
            this.slowNames = List.of();
            this.longer = Map.of();
            return;
        }
        FeatureReader reader = new FeatureReader();
        this.slowNames = slow.stream().map(each -> names(each, reader)).toList();
        List<List<String>> normalNames =
                normal.stream().map(each -> names(each, reader)).toList();
        this.comparison = Cohorts.DEFAULT.compare(
                slow.stream().map(each -> reader.of(each.analysis())).toList(),
                normal.stream().map(each -> reader.of(each.analysis())).toList());
        Map<String, CohortTimes> times = new HashMap<>();
        for (Group group : groups) {
            Set<String> names = names(group);
            calls.put(group, names);
            if (!names.isEmpty()) {
                times.put(
                        key(names), new CohortTimes(times(slow, slowNames, names), times(normal, normalNames, names)));
            }
        }
        this.longer = Cohorts.DEFAULT.longer(times);
    }

    /** Whether there are enough traces of both to say anything. */
    boolean enough() {
        return comparison.enough();
    }

    /** Whether its calls differ, in number or time. */
    List<Fact> about(Group group) {
        Set<String> names = calls.getOrDefault(group, Set.of());
        if (!enough() || names.isEmpty()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        comparison.differences().stream()
                .filter(each -> each.effect() > 0 && isAbout(each, names))
                .findFirst()
                .map(CohortFacts::inNumber)
                .ifPresent(facts::add);
        TimeDifference time = longer.get(key(names));
        if (time != null) {
            facts.add(Fact.of(
                    Basis.TRACES,
                    "cohort-longer",
                    (long) time.slow(),
                    (long) time.normal(),
                    Duration.ofNanos(time.slowMedianNanos()),
                    Duration.ofNanos(time.normalMedianNanos())));
        }
        return facts.isEmpty()
                ? List.of(Fact.of(Basis.TRACES, "cohort-same", (long) comparison.slow(), (long) comparison.normal()))
                : facts;
    }

    /**
     * What else comes with being slow: values of attributes, such as the host that answered; and, where a cause names no call, code and calls that slow
     * requests have.
     */
    List<Fact> besides(boolean namesCall) {
        return comparison.differences().stream()
                .filter(each -> each.effect() > 0)
                .filter(each -> each.feature().kind() == Feature.Kind.ATTRIBUTE || !namesCall)
                .limit(MOST_OTHERS)
                .map(CohortFacts::other)
                .toList();
    }

    private static Fact inNumber(Difference difference) {
        return difference.feature().kind() == Feature.Kind.CALLS
                ? Fact.of(
                        Basis.TRACES,
                        "cohort-more",
                        (long) difference.slowOf(),
                        (long) difference.normalOf(),
                        new Fact.Times(difference.slowMedian()),
                        new Fact.Times(difference.normalMedian()))
                : Fact.of(
                        Basis.TRACES,
                        "cohort-present",
                        (long) difference.slowWith(),
                        (long) difference.slowOf(),
                        (long) difference.normalWith(),
                        (long) difference.normalOf());
    }

    private static Fact other(Difference difference) {
        Feature feature = difference.feature();
        return Fact.of(
                Basis.TRACES,
                feature.kind() == Feature.Kind.ATTRIBUTE ? "cohort-attribute" : "cohort-other",
                (long) difference.slowWith(),
                (long) difference.slowOf(),
                (long) difference.normalWith(),
                (long) difference.normalOf(),
                feature.kind() == Feature.Kind.ATTRIBUTE ? feature.name() + " = " + feature.value() : feature.name());
    }

    /** What cannot be told apart stands in the ties. */
    private static boolean isAbout(Difference difference, Set<String> names) {
        return Stream.concat(Stream.of(difference.feature()), difference.ties().stream())
                .filter(each -> each.kind() != Feature.Kind.ATTRIBUTE)
                .anyMatch(each -> names.contains(each.name()));
    }

    /** What the calls of a cause are called; none where it is about code. */
    private Set<String> names(Group group) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < slow.size(); i++) {
            Trace trace = slow.get(i).trace();
            for (Finding finding : group.byTrace().get(i)) {
                for (String id : finding.spanIds()) {
                    OptionalInt index = trace.indexOf(id);
                    if (index.isPresent() && index.getAsInt() > 0 && isCall(trace.span(index.getAsInt()))) {
                        names.add(slowNames.get(i).get(index.getAsInt()));
                    }
                }
            }
        }
        return names;
    }

    private static boolean isCall(Span span) {
        return span.statement() != null || span.category() == SpanCategory.HTTP;
    }

    private static List<String> names(SlowTrace trace, FeatureReader reader) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < trace.trace().size(); i++) {
            names.add(reader.call(trace.trace(), i));
        }
        return names;
    }

    private static List<Long> times(List<SlowTrace> traces, List<List<String>> called, Set<String> names) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            Trace trace = traces.get(i).trace();
            long nanos = 0;
            for (int span = 0; span < trace.size(); span++) {
                nanos += names.contains(called.get(i).get(span)) ? trace.durationNanos(span) : 0;
            }
            times.add(nanos);
        }
        return times;
    }

    private static String key(Set<String> names) {
        return String.join("\n", names.stream().sorted().toList());
    }
}
