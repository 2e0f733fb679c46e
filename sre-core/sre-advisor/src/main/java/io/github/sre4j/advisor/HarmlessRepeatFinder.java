package io.github.sre4j.advisor;

import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.Segment;
import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.sli.EndpointName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Calls made again and again where nobody waits too long. */
final class HarmlessRepeatFinder {

    private static final double REPEATED = 5;
    private static final int MOST = 5;

    private HarmlessRepeatFinder() {}

    /** The repeats of endpoints that do not miss for latency, most calls a request first. */
    static List<HarmlessRepeat> of(Assessment assessment, Map<EndpointName, Breakdown> breakdowns) {
        return assessment.endpoints().stream()
                .filter(HarmlessRepeatFinder::fastEnough)
                .flatMap(result ->
                        repeats(
                                result,
                                breakdowns.getOrDefault(result.endpoint().name(), Breakdown.NONE))
                                .stream())
                .sorted(Comparator.comparingDouble(HarmlessRepeat::perRequest)
                        .reversed()
                        .thenComparing(each -> each.endpoint().name()))
                .limit(MOST)
                .toList();
    }

    private static boolean fastEnough(EndpointResult result) {
        return result.slis().stream()
                .filter(sli -> sli.sli().kind() == io.github.sre4j.sli.SliKind.LATENCY)
                .allMatch(sli -> sli.verdict() == Verdict.MET || sli.verdict() == Verdict.UNDECIDED);
    }

    private static List<HarmlessRepeat> repeats(EndpointResult result, Breakdown breakdown) {
        return breakdown.segments().stream()
                .filter(segment -> segment.kind() != Segment.Kind.CODE)
                .filter(segment ->
                        segment.tableOperation().isPresent() || segment.host().isPresent())
                .filter(segment -> breakdown.perRequest(segment) >= REPEATED)
                .map(segment -> new HarmlessRepeat(
                        result.endpoint(),
                        segment.tableOperation()
                                .map(found -> found.operation() + " " + found.table())
                                .or(segment::host)
                                .orElse(segment.name()),
                        breakdown.perRequest(segment),
                        segment.totalSeconds() / breakdown.requests()))
                .toList();
    }
}
