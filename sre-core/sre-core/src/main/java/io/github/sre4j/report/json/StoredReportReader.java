package io.github.sre4j.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.assess.Interval;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.history.Trend;
import io.github.sre4j.json.JsonBounds;
import io.github.sre4j.report.json.StoredReport.StoredCandidate;
import io.github.sre4j.report.json.StoredReport.StoredEndpoint;
import io.github.sre4j.report.json.StoredReport.StoredGate;
import io.github.sre4j.report.json.StoredReport.StoredGoal;
import io.github.sre4j.report.json.StoredReport.StoredSli;
import io.github.sre4j.report.json.StoredReport.StoredWaiver;
import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.ShiftSli;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.telemetry.LatencySummary;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads a report from its tree. */
final class StoredReportReader {

    /** Thirty thousand years: sums over the products of any organization stay in range. */
    private static final long MAX_SECONDS = 1_000_000_000_000L;

    private final String file;

    StoredReportReader(String file) {
        this.file = file;
    }

    StoredReport read(JsonNode tree) throws InvalidReportException {
        try {
            Field root = new Field(tree);
            long version = root.at("schemaVersion").count();
            if (version != JsonReport.SCHEMA_VERSION) {
                throw new InvalidReportException(Message.of(
                        JsonReport.class, "other-version", file, Long.toString(version), JsonReport.SCHEMA_VERSION));
            }
            return report(root);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new InvalidReportException(Message.of(JsonReport.class, "no-report", file, Message.of(e)), e);
        }
    }

    private static StoredReport report(Field root) {
        Field service = root.at("service");
        Window window = new Window(
                instant(root.at("window").at("from")), instant(root.at("window").at("to")));
        Duration observed = root.has("observed") ? duration(root.at("observed").at("seconds"), 9) : window.length();
        return new StoredReport(
                instant(root.at("generatedAt")),
                new Service(
                        service.at("name").text(),
                        service.at("account").textOrNull(),
                        service.at("app").textOrNull()),
                window,
                observed.isZero() || observed.isNegative() ? window.length() : observed,
                root.at("standard").at("name").text(),
                root.at("standard").at("version").text(),
                root.at("source").at("events").count(),
                root.at("source").at("sampled").flag(),
                gate(root.at("gate")),
                goal(root.at("goal")),
                root.at("endpoints").items().stream()
                        .map(StoredReportReader::endpoint)
                        .toList(),
                root.at("waivers").items().stream()
                        .map(StoredReportReader::waiver)
                        .toList(),
                root.at("candidates").items().stream()
                        .map(StoredReportReader::candidate)
                        .toList(),
                root.has("trend")
                        ? root.at("trend").at("weeks").items().stream()
                                .map(StoredReportReader::week)
                                .toList()
                        : List.of());
    }

    private static StoredWaiver waiver(Field waiver) {
        return new StoredWaiver(
                waiver.at("endpoint").text(),
                waiver.at("reason").text(),
                waiver.at("owner").text(),
                JsonBounds.date(waiver.at("until").text()),
                waiver.at("endpoints").count());
    }

    private static StoredCandidate candidate(Field candidate) {
        boolean placed = candidate.has("code");
        return new StoredCandidate(
                candidate.at("endpoint").text(),
                candidate.at("cause").at("kind").text(),
                duration(candidate.at("excessSeconds"), 9),
                candidate.at("shareOfExcess").number().doubleValue(),
                candidate.has("effect")
                        ? candidate.at("effect").at("secondsPerDay").number().doubleValue()
                        : null,
                placed ? candidate.at("code").at("file").text() : null,
                placed ? candidate.at("code").at("line").count() : 0,
                candidate.at("proposal").text());
    }

    private static Trend.Week week(Field week) {
        return new Trend.Week(
                JsonBounds.date(week.at("monday").text()),
                Math.toIntExact(week.at("remaining").count()),
                week.at("excessSecondsPerDay").number().doubleValue());
    }

    private static StoredGate gate(Field gate) {
        return new StoredGate(
                Enforcement.of(gate.at("enforcement").text()),
                CheckOutcome.of(gate.at("outcome").text()),
                gate.at("passed").flag(),
                gate.at("reasons").items().stream().map(Field::text).toList());
    }

    private static StoredGoal goal(Field goal) {
        return new StoredGoal(
                Math.toIntExact(goal.at("endpoints").count()),
                Math.toIntExact(goal.at("met").count()),
                Math.toIntExact(goal.at("missed").count()),
                Math.toIntExact(goal.at("undecided").count()),
                Math.toIntExact(goal.at("waived").count()),
                duration(goal.at("excessSeconds"), 9));
    }

    private static StoredEndpoint endpoint(Field endpoint) {
        return new StoredEndpoint(
                new Endpoint(
                        new EndpointName(endpoint.at("name").text()),
                        endpoint.at("label").text()),
                endpoint.at("class").text(),
                endpoint.at("requests").count(),
                endpoint.at("errors").count(),
                duration(endpoint.at("excessSeconds"), 9),
                endpoint.at("latencyMs").isNull() ? null : latency(endpoint.at("latencyMs")),
                endpoint.at("slis").items().stream()
                        .map(StoredReportReader::sli)
                        .toList(),
                Verdict.valueOf(endpoint.at("verdict").text()));
    }

    private static LatencySummary latency(Field latency) {
        return new LatencySummary(
                duration(latency.at("p50"), 6),
                duration(latency.at("p90"), 6),
                duration(latency.at("p95"), 6),
                duration(latency.at("p99"), 6),
                duration(latency.at("max"), 6),
                0);
    }

    private static StoredSli sli(Field sli) {
        long total = sli.at("total").count();
        List<Field> interval = sli.at("interval").items();
        if (interval.size() != 2) {
            throw new InvalidInputException(Message.of(JsonReport.class, "no-interval", interval.size()));
        }
        return new StoredSli(
                kind(sli),
                new Tally(total, total - sli.at("good").count()),
                new Interval(
                        interval.get(0).number().doubleValue(),
                        interval.get(1).number().doubleValue()),
                Verdict.valueOf(sli.at("verdict").text()));
    }

    private static Sli kind(Field sli) {
        Objective objective = new Objective(sli.at("objective").number());
        return switch (sli.at("kind").text()) {
            case "shift" -> new ShiftSli(sli.at("limit").number(), objective);
            case "latency" -> new LatencySli(duration(sli.at("thresholdMs"), 6), objective);
            case "errors" -> new ErrorSli(objective);
            default ->
                throw new InvalidInputException(Message.of(
                        JsonReport.class, "unknown-sli", sli.at("kind").text()));
        };
    }

    /** An exact duration of which one is ten to the {@code digits} nanoseconds. */
    private static Duration duration(Field field, int digits) {
        BigDecimal[] parts = field.number().movePointRight(digits).divideAndRemainder(BigDecimal.TEN.pow(9));
        long seconds = parts[0].longValueExact();
        if (Math.abs(seconds) > MAX_SECONDS) {
            throw field.outOfRange();
        }
        return Duration.ofSeconds(seconds, parts[1].longValueExact());
    }

    private static Instant instant(Field field) {
        return JsonBounds.instant(field.text());
    }
}
