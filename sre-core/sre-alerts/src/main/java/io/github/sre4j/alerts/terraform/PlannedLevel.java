package io.github.sre4j.alerts.terraform;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.EndpointMeasurement;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Service level of one class and kind, with its alerts.
 *
 * @param className name of the class
 * @param sli limit and objective
 * @param filter condition of NRQL for its requests
 * @param days rolling period: 1, 7 or 28
 * @param traffic measured traffic of its endpoints
 * @param burn burn-rate rules
 * @param waivers waivers of endpoints that have most of its bad requests
 */
record PlannedLevel(
        String className,
        Sli sli,
        String filter,
        int days,
        HourlyTraffic traffic,
        BurnRule.Choice burn,
        List<Waiver> waivers) {

    private static final double MOST = 0.5;

    /** Returns the service levels of a service; classes of pages have none. */
    static List<PlannedLevel> of(MonitoredService service) {
        List<PlannedLevel> levels = new ArrayList<>();
        for (EndpointClass candidate : service.standard().classes().stream()
                .filter(found -> found.match().stream().noneMatch(PlannedLevel::isPage))
                .collect(java.util.stream.Collectors.toMap(
                        EndpointClass::name, found -> found, (first, second) -> second, java.util.LinkedHashMap::new))
                .values()) {
            List<EndpointMeasurement> endpoints = service.endpoints().stream()
                    .filter(endpoint -> service.standard()
                            .classOf(endpoint.name())
                            .filter(found -> found.name().equals(candidate.name()))
                            .isPresent())
                    .toList();
            if (!service.endpoints().isEmpty() && endpoints.isEmpty()) {
                continue;
            }
            for (Sli sli : candidate.slis()) {
                if (sli.kind() != SliKind.SHIFT) {
                    levels.add(level(service, candidate, sli, endpoints));
                }
            }
        }
        return levels;
    }

    private static PlannedLevel level(
            MonitoredService service, EndpointClass endpointClass, Sli sli, List<EndpointMeasurement> endpoints) {
        HourlyTraffic traffic = HourlyTraffic.of(endpoints, sli.kind(), service.from(), service.until());
        int days = days(service.standard().window());
        BigDecimal target = sli.objective().ratio().movePointRight(2);
        List<Waiver> waivers = service.waivers().stream()
                .filter(waiver -> waived(waiver, sli.kind(), endpoints) > MOST * traffic.badRequests())
                .toList();
        return new PlannedLevel(
                endpointClass.name(),
                sli,
                ClassFilter.of(
                        service.standard(),
                        endpointClass.name(),
                        service.endpoints().stream()
                                .map(EndpointMeasurement::name)
                                .toList()),
                days,
                traffic,
                BurnRule.choose(target, days, traffic),
                waivers);
    }

    private static double waived(Waiver waiver, SliKind kind, List<EndpointMeasurement> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> waiver.covers(Endpoint.of(endpoint.name()), kind))
                .mapToLong(endpoint -> endpoint.whole().tally(kind).bad())
                .sum();
    }

    private static boolean isPage(io.github.sre4j.sli.EndpointPattern pattern) {
        return pattern.text().startsWith("PageView");
    }

    /** Returns the next longer period that New Relic has. */
    private static int days(Duration window) {
        return window.compareTo(Duration.ofDays(1)) <= 0 ? 1 : window.compareTo(Duration.ofDays(7)) <= 0 ? 7 : 28;
    }

    boolean isLatency() {
        return sli instanceof LatencySli;
    }

    String kindId() {
        return sli.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the objective in percent. */
    BigDecimal target() {
        return sli.objective().ratio().movePointRight(2).stripTrailingZeros();
    }

    /** Returns the condition of NRQL for good requests of a latency level, or bad requests of an error level. */
    String selection() {
        return sli instanceof LatencySli latency ? "duration <= " + seconds(latency.threshold()) : "error IS TRUE";
    }

    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString();
    }
}
