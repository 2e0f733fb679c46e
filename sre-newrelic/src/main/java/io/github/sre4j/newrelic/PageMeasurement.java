package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Core Web Vitals of a browser application's pages, each page and vital as an endpoint of its own: two queries a vital, in two round trips. The
 * first finds the unit, the second counts.
 */
final class PageMeasurement {

    private static final Attribute TIMING = new Attribute("timingName");
    private static final Attribute PAGE = new Attribute("browserTransactionName");
    private static final int MILLIS = 1_000;

    private final NerdGraph nerdGraph;
    private final Entity browser;
    private final MeasurementPlan plan;
    private final List<EndpointMeasurement> pages = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();
    private final AnswerCheck check = new AnswerCheck();

    PageMeasurement(NerdGraph nerdGraph, Entity browser, MeasurementPlan plan) {
        this.nerdGraph = nerdGraph;
        this.browser = browser;
        this.plan = plan;
    }

    List<EndpointMeasurement> pages() {
        return pages;
    }

    List<Message> notes() {
        return notes;
    }

    /** Returns what contradicts itself in the answers. */
    List<Message> contradictions() {
        return check.contradictions();
    }

    /** Asks New Relic. */
    PageMeasurement measure() throws NerdGraphException {
        NrqlQueries queries = new NrqlQueries(nerdGraph, browser.account());
        List<Vital> vitals = Arrays.asList(Vital.values());
        List<List<Row>> medians = queries.ask(vitals.stream().map(this::median).toList());
        List<Integer> units = new ArrayList<>();
        List<Nrql> asked = new ArrayList<>();
        for (int i = 0; i < vitals.size(); i++) {
            int perSecond = perSecond(vitals.get(i), medians.get(i));
            units.add(perSecond);
            asked.add(counts(vitals.get(i), perSecond));
        }
        vitals.forEach(vital -> asked.add(total(vital)));
        List<List<Row>> answers = queries.ask(asked);
        for (int i = 0; i < vitals.size(); i++) {
            read(vitals.get(i), units.get(i), answers.get(i), answers.get(vitals.size() + i));
        }
        if (pages.isEmpty()) {
            notes.add(Message.of(NewRelicTelemetry.class, "no-vitals", browser.name()));
        }
        return this;
    }

    private Nrql median(Vital vital) {
        return rows(
                vital,
                Nrql.from("PageViewTiming")
                        .select(MeasurementQueries.PERCENTILES, Aggregate.percentiles(vital.value(), 50)));
    }

    /** All values of a vital, so that no page is missing unseen. */
    private Nrql total(Vital vital) {
        return rows(vital, Nrql.from("PageViewTiming").select(MeasurementQueries.REQUESTS, Aggregate.count()));
    }

    private static int perSecond(Vital vital, List<Row> median) {
        return median.stream()
                        .mapToDouble(row -> row.percentile(MeasurementQueries.PERCENTILES, 50)
                                .orElse(0))
                        .anyMatch(vital::inMilliseconds)
                ? MILLIS
                : 1;
    }

    private Nrql counts(Vital vital, int perSecond) {
        Condition first = Condition.below(
                EventModel.TIMESTAMP, BigDecimal.valueOf(plan.window().middle().toEpochMilli()));
        Nrql query = Nrql.from("PageViewTiming")
                .select(MeasurementQueries.REQUESTS, Aggregate.count())
                .select(MeasurementQueries.FIRST_REQUESTS, Aggregate.count().where(first));
        List<Duration> thresholds = thresholds(vital);
        for (int i = 0; i < thresholds.size(); i++) {
            Condition slow = Condition.above(
                    vital.value(), Nrql.seconds(thresholds.get(i)).multiply(BigDecimal.valueOf(perSecond)));
            query = query.select(MeasurementQueries.SLOW + i, Aggregate.count().where(slow))
                    .select(MeasurementQueries.FIRST_SLOW + i, Aggregate.count().where(slow.and(first)))
                    .select(
                            MeasurementQueries.SLOW_TIME + i,
                            Aggregate.sum(vital.value()).where(slow));
        }
        return rows(
                vital,
                query.select(MeasurementQueries.PERCENTILES, Aggregate.percentiles(vital.value(), 50, 90, 95, 99))
                        .select(MeasurementQueries.LONGEST, Aggregate.max(vital.value()))
                        .facet(PAGE));
    }

    private Nrql rows(Vital vital, Nrql query) {
        return MeasuredTime.without(
                        query.where(Condition.equal(new Attribute("entityGuid"), browser.guid())
                                .and(Condition.equal(TIMING, vital.timing()))
                                .and(Condition.isNotNull(vital.value()))),
                        plan.excluded())
                .between(plan.window().from(), plan.window().to());
    }

    /** Only classes that name page timings judge them: a page is not held to what a catch-all says of requests. */
    private List<Duration> thresholds(Vital vital) {
        return plan.classes().stream()
                .filter(each -> isOfPages(each, vital))
                .map(PlannedClass::latencyThreshold)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static boolean isOfPages(PlannedClass planned, Vital vital) {
        return planned.match().stream()
                .anyMatch(pattern -> pattern.text().startsWith("PageViewTiming/" + vital.timing()));
    }

    private void read(Vital vital, int perSecond, List<Row> rows, List<Row> totals) throws NerdGraphException {
        MeasurementReader reader = new MeasurementReader(plan, thresholds(vital), Map.of(), perSecond, false);
        int unjudged = 0;
        long views = 0;
        Set<String> seen = new HashSet<>();
        for (Row row : rows) {
            Optional<String> page = row.facet();
            views += row.neededCount(MeasurementQueries.REQUESTS);
            if (page.isEmpty()) {
                continue;
            }
            if (!seen.add(page.get())) {
                check.duplicate(vital.endpoint(page.get()));
                continue;
            }
            String name = vital.endpoint(page.get());
            boolean judged = plan.classOf(new EndpointName(name))
                    .filter(each -> isOfPages(each, vital))
                    .isPresent();
            if (judged) {
                EndpointMeasurement measured = reader.endpoint(name, row);
                pages.add(vital == Vital.CLS ? withoutWaiting(measured) : measured);
            } else {
                unjudged++;
            }
        }
        check.pages(
                vital.timing(),
                rows.size(),
                views,
                totals.isEmpty() ? 0 : totals.get(0).neededCount(MeasurementQueries.REQUESTS));
        if (rows.size() >= Nrql.LIMIT_MAX) {
            notes.add(Message.of(NewRelicTelemetry.class, "busiest-pages", Nrql.LIMIT_MAX, vital));
        }
        if (unjudged > 0) {
            notes.add(Message.of(NewRelicTelemetry.class, "unjudged-pages", unjudged, vital, vital.timing()));
        }
        if (!rows.isEmpty() && vital != Vital.CLS) {
            notes.add(Message.of(
                    NewRelicTelemetry.class, perSecond == MILLIS ? "taken-for-millis" : "taken-for-seconds", vital));
        }
    }

    /** Nobody waits for a layout to shift. */
    private static EndpointMeasurement withoutWaiting(EndpointMeasurement page) {
        return new EndpointMeasurement(
                page.name(),
                page.whole(),
                page.firstHalf(),
                page.secondHalf(),
                page.hours(),
                Duration.ZERO,
                page.traffic(),
                null);
    }
}
