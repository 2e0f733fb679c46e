package io.github.sre4j.adapter.micrometer;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.live.ErrorBudget;
import io.github.sre4j.live.LiveServiceLevel;
import io.github.sre4j.live.ServiceLevelChange;
import io.github.sre4j.live.ServiceLevelListener;
import io.github.sre4j.report.ServiceLevelReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Gauges that are as fresh as the last evaluation:
 *
 * <ul>
 *   <li>{@code sre.endpoints} (tag {@code verdict}): endpoints with that verdict in the last hour;
 *   <li>{@code sre.sli.ratio} (tags {@code endpoint}, {@code sli}): good events as a share of all, in the last hour;
 *   <li>{@code sre.budget.left} (same tags): the share of the day's budget that is left, below 0 if overdrawn;
 *   <li>{@code sre.burn.rate} (same tags and {@code window}, {@code 1h} or {@code 5m}): 1 uses up exactly what is allowed.
 * </ul>
 *
 * <p>As many endpoints as the recorder keeps apart at most. Thread-safe.
 */
public final class ServiceLevelMeters implements MeterBinder {

    private final LiveServiceLevel live;

    /** Meters of that service level. */
    public ServiceLevelMeters(LiveServiceLevel live) {
        this.live = Objects.requireNonNull(live, "live");
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        live.onChange(new Gauges(registry));
    }

    /** The gauges in one registry. */
    private static final class Gauges implements ServiceLevelListener {

        private final MultiGauge endpoints;
        private final MultiGauge ratios;
        private final MultiGauge budgetsLeft;
        private final MultiGauge burnRates;

        private Gauges(MeterRegistry registry) {
            endpoints = MultiGauge.builder("sre.endpoints")
                    .description("Endpoints by verdict, last hour")
                    .register(registry);
            ratios = MultiGauge.builder("sre.sli.ratio")
                    .description("Good events as a share of all, last hour")
                    .register(registry);
            budgetsLeft = MultiGauge.builder("sre.budget.left")
                    .description("Share of the day's error budget that is left")
                    .register(registry);
            burnRates = MultiGauge.builder("sre.burn.rate")
                    .description("How many times faster than allowed the budget is used up")
                    .register(registry);
        }

        @Override
        public void changed(ServiceLevelChange change) {
            // The gauges show what is, not what changed.
        }

        @Override
        public void evaluated(ServiceLevelReport report, List<ErrorBudget> budgets) {
            endpoints.register(
                    Arrays.stream(Verdict.values())
                            .map(verdict -> count(report, verdict))
                            .toList(),
                    true);
            List<Row<?>> sliRows = new ArrayList<>();
            for (EndpointResult result : report.assessment().endpoints()) {
                for (SliResult sli : result.slis()) {
                    sliRows.add(Row.of(
                            tags(
                                    result.endpoint().name().value(),
                                    sli.sli().kind().id()),
                            sli.tally().goodRatio()));
                }
            }
            ratios.register(sliRows, true);
            List<Row<?>> left = new ArrayList<>();
            List<Row<?>> burns = new ArrayList<>();
            for (ErrorBudget budget : budgets) {
                Tags tags = tags(
                        budget.endpoint().name().value(), budget.sli().kind().id());
                left.add(Row.of(tags, budget.left()));
                burns.add(Row.of(tags.and("window", "1h"), budget.burnOfHour()));
                burns.add(Row.of(tags.and("window", "5m"), budget.burnOfFiveMinutes()));
            }
            budgetsLeft.register(left, true);
            burnRates.register(burns, true);
        }

        private static Row<?> count(ServiceLevelReport report, Verdict verdict) {
            return Row.of(
                    Tags.of("verdict", verdict.name()),
                    report.assessment().endpoints(verdict).size());
        }

        private static Tags tags(String endpoint, String sli) {
            return Tags.of("endpoint", endpoint, "sli", sli);
        }
    }
}
