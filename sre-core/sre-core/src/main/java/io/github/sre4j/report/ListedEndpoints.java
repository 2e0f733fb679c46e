package io.github.sre4j.report;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.ExcludedName;
import io.github.sre4j.assess.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What report files list of a service with more names than anybody reads: the {@value #MAX} worst endpoints and the {@value #MAX} most requested excluded
 * names. Counts, the goal and the verdict are of all of them.
 *
 * @param endpoints the endpoints listed, in the order of the assessment
 * @param omittedEndpoints the number of endpoints not listed
 * @param excluded the excluded names listed, in the order of the assessment
 * @param omittedExcluded the number of excluded names not listed
 */
public record ListedEndpoints(
        List<EndpointResult> endpoints, int omittedEndpoints, List<ExcludedName> excluded, int omittedExcluded) {

    /** The largest number of endpoints, and of excluded names, that a file lists. */
    public static final int MAX = 500;

    /** Copies the lists. */
    public ListedEndpoints {
        endpoints = List.copyOf(endpoints);
        excluded = List.copyOf(excluded);
    }

    /** Returns what files list of a report: all of it if it is no longer than {@value #MAX}. */
    public static ListedEndpoints of(ServiceLevelReport report) {
        List<EndpointResult> endpoints = report.assessment().endpoints();
        List<ExcludedName> excluded = report.assessment().setAside();
        List<EndpointResult> listed = endpoints.size() <= MAX ? endpoints : worst(report, endpoints);
        List<ExcludedName> names = excluded.size() <= MAX
                ? excluded
                : firstOf(
                        excluded,
                        excluded.stream()
                                .sorted(Comparator.comparing((ExcludedName name) ->
                                                name.notARequest().isPresent())
                                        .thenComparing(ExcludedName::requests, Comparator.reverseOrder()))
                                .toList());
        return new ListedEndpoints(listed, endpoints.size() - listed.size(), names, excluded.size() - names.size());
    }

    /** Returns whether something is not listed. */
    public boolean omitsSome() {
        return omittedEndpoints + omittedExcluded > 0;
    }

    /** Those that fail the build may have less excess time than others that are known, so the order of violations decides. */
    private static List<EndpointResult> worst(ServiceLevelReport report, List<EndpointResult> endpoints) {
        List<EndpointResult> byRank = new ArrayList<>(ViolationOrder.of(report));
        endpoints.stream().filter(each -> each.verdict() != Verdict.MISSED).forEach(byRank::add);
        return firstOf(endpoints, byRank);
    }

    private static <T> List<T> firstOf(List<T> all, List<T> byRank) {
        Set<T> first = Collections.newSetFromMap(new IdentityHashMap<>());
        first.addAll(byRank.subList(0, MAX));
        return all.stream().filter(first::contains).toList();
    }
}
