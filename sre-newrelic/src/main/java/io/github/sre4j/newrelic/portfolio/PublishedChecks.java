package io.github.sre4j.newrelic.portfolio;

import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The checks that products sent to New Relic: the last one of each product in each week, so that the cost does not grow with how often a product
 * is built. Thread-safe.
 */
public final class PublishedChecks {

    /** How many weeks are read; each is one query, ten go in one request. */
    public static final int WEEKS = 12;

    private static final int MOST_AT_ONCE = 10;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final List<String> NUMBERS =
            List.of("endpoints", "met", "missed", "undecided", "waived", "excessSecondsPerDay");
    private static final List<String> OTHERS = List.of("standard", "passed", "override", "app");

    private final NerdGraph nerdGraph;
    private final long account;

    /** Checks that were sent to that account. */
    public PublishedChecks(NerdGraph nerdGraph, long account) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
        this.account = account;
    }

    /**
     * The checks of each product by its name, oldest first.
     *
     * @param now the end of the newest week
     * @throws NerdGraphException if New Relic could not be asked
     * @throws TelemetryException if it holds more products than one answer does, or events that are no checks of ours
     */
    public Map<String, List<CheckSummary>> read(Instant now) throws NerdGraphException, TelemetryException {
        List<Nrql> weeks = new ArrayList<>();
        for (int week = WEEKS; week > 0; week--) {
            weeks.add(week(now.minus(WEEK.multipliedBy(week)), now.minus(WEEK.multipliedBy(week - 1L))));
        }
        Map<String, List<CheckSummary>> checks = new TreeMap<>();
        NrqlQueries queries = new NrqlQueries(nerdGraph, account);
        for (int from = 0; from < weeks.size(); from += MOST_AT_ONCE) {
            for (List<Row> rows : queries.ask(weeks.subList(from, Math.min(from + MOST_AT_ONCE, weeks.size())))) {
                if (rows.size() >= Nrql.LIMIT_MAX) {
                    throw new TelemetryException(
                            TelemetryException.Kind.UNREADABLE,
                            Message.of(PublishedChecks.class, "too-many-products", Nrql.LIMIT_MAX));
                }
                for (Row row : rows) {
                    add(row, checks);
                }
            }
        }
        return checks;
    }

    private static Nrql week(Instant from, Instant to) {
        Nrql query = Nrql.from("SreCheck").select("at", Aggregate.latest(new Attribute("timestamp")));
        for (String name : NUMBERS) {
            query = query.select(name, Aggregate.latest(new Attribute(name)));
        }
        for (String name : OTHERS) {
            query = query.select(name, Aggregate.latest(new Attribute(name)));
        }
        return query.facet(new Attribute("service")).between(from, to);
    }

    private static void add(Row row, Map<String, List<CheckSummary>> checks) throws TelemetryException {
        String name = row.facet().orElse("");
        Map<String, ?> values = row.members();
        if (name.isEmpty()
                || row.number("at").isEmpty()
                || row.number("endpoints").isEmpty()) {
            throw new TelemetryException(
                    TelemetryException.Kind.UNREADABLE, Message.of(PublishedChecks.class, "strange-event"));
        }
        checks.computeIfAbsent(name, key -> new ArrayList<>())
                .add(new CheckSummary(
                        Instant.ofEpochMilli(row.count("at")),
                        name,
                        text(values.get("standard")),
                        (int) row.count("endpoints"),
                        (int) row.count("met"),
                        (int) row.count("missed"),
                        (int) row.count("undecided"),
                        (int) row.count("waived"),
                        Math.max(0, row.number("excessSecondsPerDay").orElse(0)),
                        // Custom events hold truth values as text.
                        text(values.get("passed")).equalsIgnoreCase("true"),
                        values.get("override") == null ? null : text(values.get("override")),
                        values.get("app") == null ? null : text(values.get("app"))));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
