package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.EntitySearch;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.Visit;
import io.github.sre4j.telemetry.VisitSource;
import io.github.sre4j.telemetry.Visits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * The visits of a browser application in New Relic: sessions of its page views, with the route changes and page actions in them.
 *
 * <p>NRDB gives at most {@value Nrql#LIMIT_MAX} sessions, those with most page views first, which are anything but the ones that ended with the first
 * page. So only sessions are asked for whose id begins with certain digits: ids are random, which makes these a random sample, and the beginning is
 * chosen so long that all of them are given. Four requests at most. Immutable and thread-safe.
 */
public final class BrowserVisits implements VisitSource {

    private static final Attribute SESSION = new Attribute("session");
    private static final Attribute CATEGORY = new Attribute("category");
    private static final String VIEWS = "views";
    private static final String NAMELESS = "nameless";
    private static final String SESSIONS = "sessions";
    private static final String FIRST = "firstSeen";
    private static final String LANDING = "landing";

    /** {@code uniqueCount} is an estimate, so it stays away from what NRDB cuts off. */
    private static final long MOST_PER_QUERY = 3_000;

    private static final int DIGITS = 16;
    private static final int MOST_BEGINNINGS = 8;
    private static final int MOST_DIGITS = 6;
    private static final double LONGEST_SECONDS = 24 * 3600.0;

    private final NerdGraph nerdGraph;
    private final String browser;
    private final OptionalLong account;

    /**
     * The visits of that browser application.
     *
     * @param name its exact name
     * @param account its account; empty if the name alone tells it
     */
    public BrowserVisits(NerdGraph nerdGraph, String name, OptionalLong account) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
        this.browser = Objects.requireNonNull(name, "name");
        this.account = Objects.requireNonNull(account, "account");
    }

    @Override
    public Visits visits(Window window) throws TelemetryException {
        try {
            Entity entity =
                    ServiceChoice.only(browser, account, new EntitySearch(nerdGraph).browsers(browser, account));
            return new Asking(new NrqlQueries(nerdGraph, entity.account()), entity, window).visits();
        } catch (NerdGraphException e) {
            throw new TelemetryException(
                    e.needsRepair() ? TelemetryException.Kind.MISCONFIGURED : TelemetryException.Kind.UNREACHABLE,
                    e.said(),
                    e);
        }
    }

    private record Asking(NrqlQueries queries, Entity entity, Window window) {

        Visits visits() throws NerdGraphException {
            Optional<Row> totals = queries
                    .ask(List.of(of("PageView")
                            .select(VIEWS, Aggregate.count())
                            .select(NAMELESS, Aggregate.count().where(Condition.isNull(SESSION)))
                            .select(SESSIONS, Aggregate.uniqueCount(SESSION))))
                    .get(0)
                    .stream()
                    .findFirst();
            long views = totals.map(row -> row.count(VIEWS)).orElse(0L);
            long nameless = totals.map(row -> row.count(NAMELESS)).orElse(0L);
            long sessions = totals.map(row -> row.count(SESSIONS)).orElse(0L);
            if (sessions == 0) {
                return new Visits(List.of(), views, nameless, false);
            }
            List<String> beginnings = beginnings(sessions);
            List<List<Row>> pages = queries.ask(beginnings.stream()
                    .map(beginning -> begins(of("PageView"), beginning)
                            .select(VIEWS, Aggregate.count())
                            .select(FIRST, Aggregate.min(EventModel.TIMESTAMP))
                            .select(LANDING, Aggregate.earliest(EventModel.DURATION))
                            .facet(SESSION))
                    .toList());
            Map<String, Long> further = new HashMap<>();
            add(further, beginnings, of("BrowserInteraction").where(Condition.equal(CATEGORY, "Route change")));
            add(further, beginnings, of("PageAction"));
            List<Visit> visits = new ArrayList<>();
            for (List<Row> rows : pages) {
                // Cut off after all: those with fewest page views are missing, so the rest would say something wrong.
                if (rows.size() < Nrql.LIMIT_MAX) {
                    rows.forEach(row -> visit(row, further).ifPresent(visits::add));
                }
            }
            return new Visits(visits, views, nameless, !beginnings.get(0).isEmpty());
        }

        private void add(Map<String, Long> further, List<String> beginnings, Nrql query) throws NerdGraphException {
            List<List<Row>> answers = queries.ask(beginnings.stream()
                    .map(beginning -> begins(query, beginning)
                            .select(VIEWS, Aggregate.count())
                            .facet(SESSION))
                    .toList());
            for (List<Row> rows : answers) {
                rows.forEach(row -> row.facet().ifPresent(id -> further.merge(id, row.count(VIEWS), Long::sum)));
            }
        }

        private Optional<Visit> visit(Row row, Map<String, Long> further) {
            double landing = row.number(LANDING).orElse(Double.NaN);
            long views = row.count(VIEWS);
            Instant first = Instant.ofEpochMilli(row.count(FIRST));
            return views > 0 && landing >= 0 && landing <= LONGEST_SECONDS && Visits.isWhole(window, first)
                    ? row.facet()
                            .map(id -> new Visit(
                                    Duration.ofMillis(Math.round(landing * 1_000)),
                                    views + further.getOrDefault(id, 0L)))
                    : Optional.empty();
        }

        private Nrql of(String eventType) {
            return Nrql.from(eventType)
                    .where(Condition.equal(new Attribute("entityGuid"), entity.guid()))
                    .between(window.from(), window.to());
        }

        private static Nrql begins(Nrql query, String beginning) {
            Condition named = Condition.isNotNull(SESSION);
            return query.where(beginning.isEmpty() ? named : named.and(Condition.beginsWith(SESSION, beginning)));
        }

        /** Digits with which ids begin, so long that each query is answered in full; one empty one if all sessions can be given. */
        private static List<String> beginnings(long sessions) {
            int digits = 0;
            long each = sessions;
            while (each > MOST_PER_QUERY && digits < MOST_DIGITS) {
                each /= DIGITS;
                digits++;
            }
            if (digits == 0) {
                return List.of("");
            }
            String zeros = "0".repeat(digits - 1);
            return IntStream.range(0, MOST_BEGINNINGS)
                    .mapToObj(i -> zeros + Integer.toHexString(i))
                    .toList();
        }
    }
}
