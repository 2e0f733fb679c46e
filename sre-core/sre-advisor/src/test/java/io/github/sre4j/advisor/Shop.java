package io.github.sre4j.advisor;

import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.files.EventFileEvidence;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.trace.error.ApplicationCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Event files of a made-up shop, a request at a time. Not thread-safe. */
final class Shop {

    static final Window DAY = new Window(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));

    private final List<String> transactions = new ArrayList<>();
    private final List<String> spans = new ArrayList<>();
    private final List<String> metrics = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private long at = DAY.from().toEpochMilli() + 3_600_000;
    private int ids;

    static String endpoint(String path) {
        return "WebTransaction/SpringController/" + path + " (GET)";
    }

    /** A call within a request, in milliseconds from its start; whoever answers it may send a span of its own. */
    record Call(String name, String attributes, int from, int millis, String answeredBy, int answered) {

        Call(String name, String attributes, int from, int millis) {
            this(name, attributes, from, millis, "", 0);
        }

        Call answeredBy(String service, int inMillis) {
            return new Call(name, attributes, from, millis, service, inMillis);
        }

        static Call statement(String table, String sql, int from, int millis) {
            return new Call(
                    "Datastore/statement/Postgres/" + table + "/select",
                    "\"category\":\"datastore\",\"db.system\":\"Postgres\",\"db.collection\":\"" + table
                            + "\",\"db.operation\":\"select\",\"db.statement\":\"" + sql + "\"",
                    from,
                    millis);
        }

        static Call http(String host, String path, int from, int millis) {
            return new Call(
                    "External/" + host + "/HttpClient/GET",
                    "\"category\":\"http\",\"span.kind\":\"client\",\"http.method\":\"GET\",\"http.url\":\"http://"
                            + host + path + "\"",
                    from,
                    millis);
        }

        boolean database() {
            return name.startsWith("Datastore");
        }
    }

    /** A request that left a transaction, and spans if it has calls. */
    Shop request(String path, int millis, List<Call> calls) {
        String guid = "t" + ++ids;
        String trace = String.format("%032x", ids);
        double database =
                calls.stream().filter(Call::database).mapToInt(Call::millis).sum() / 1e3;
        double external = calls.stream()
                        .filter(call -> !call.database())
                        .mapToInt(Call::millis)
                        .sum()
                / 1e3;
        transactions.add(String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"guid\":\"%s\",\"timestamp\":%d,\"duration\":%.3f,\"databaseDuration\":%.3f,\"externalDuration\":%.3f,\"error\":false,\"appName\":\"shop\"}",
                endpoint(path),
                guid,
                at,
                millis / 1e3,
                database,
                external));
        if (!calls.isEmpty()) {
            String root = "s" + ++ids;
            spans.add(span(path, trace, guid, root, "", "Servlet/Request", "\"nr.entryPoint\":true", at, millis));
            for (Call call : calls) {
                String client = "s" + ++ids;
                spans.add(span(
                        path,
                        trace,
                        guid,
                        client,
                        root,
                        call.name(),
                        call.attributes(),
                        at + call.from(),
                        call.millis()));
                if (!call.answeredBy().isEmpty()) {
                    spans.add(span(
                                    path,
                                    trace,
                                    "t" + ++ids,
                                    "s" + ++ids,
                                    client,
                                    "Servlet/Request",
                                    "\"nr.entryPoint\":true",
                                    at + call.from() + 5,
                                    call.answered())
                            .replace("\"appName\":\"shop\"", "\"appName\":\"" + call.answeredBy() + "\"")
                            .replace(endpoint(path), "WebTransaction/Other"));
                }
            }
        }
        at += 10_000;
        return this;
    }

    private static String span(
            String path,
            String trace,
            String guid,
            String id,
            String parent,
            String name,
            String attributes,
            long at,
            int millis) {
        return String.format(
                Locale.ROOT,
                "{\"traceId\":\"%s\",\"transactionId\":\"%s\",\"guid\":\"%s\"%s,\"name\":\"%s\",\"timestamp\":%d,\"duration\":%.3f,\"appName\":\"shop\",\"transaction.name\":\"%s\",%s}",
                trace,
                guid,
                id,
                parent.isEmpty() ? "" : ",\"parentId\":\"" + parent + "\"",
                name,
                at,
                millis / 1e3,
                endpoint(path),
                attributes);
    }

    /** A request of 100 ms that failed, its error named in its own row. */
    Shop failed(String path, String errorClass) {
        transactions.add(String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"guid\":\"f%d\",\"timestamp\":%d,\"duration\":0.1,\"error\":true,\"error.class\":\"%s\",\"appName\":\"shop\"}",
                endpoint(path),
                transactions.size(),
                DAY.from().toEpochMilli() + transactions.size() * 1_000L,
                errorClass));
        return this;
    }

    /** What the agent's metrics say of a segment of an endpoint, or of the endpoint itself if the segment is empty. */
    Shop metric(String path, String segment, long count, double seconds) {
        metrics.add(String.format(
                Locale.ROOT,
                "{\"metricTimesliceName\":\"%s\",\"timestamp\":%d,\"endTimestamp\":%d,\"newrelic.timeslice.value\":{\"count\":%d,\"total\":%.4f,\"totalExclusive\":%.4f}%s,\"appName\":\"shop\"}",
                segment.isEmpty() ? endpoint(path) : segment,
                DAY.from().toEpochMilli() + 3_600_000,
                DAY.from().toEpochMilli() + 3_660_000,
                count,
                seconds,
                seconds,
                segment.isEmpty() ? "" : ",\"scope\":\"" + endpoint(path) + "\""));
        return this;
    }

    ServiceLevelReport measured(Path folder, Product product) throws Exception {
        write(folder);
        return new ServiceLevelCheck(
                        DefaultStandard.get(),
                        product,
                        Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC))
                .run(
                        new EventFiles(folder, "the shop", null, 1),
                        new CheckOptions(new Service("shop", null), DAY, Enforcement.OBSERVE, OnNoData.FAIL),
                        ProgressListener.NONE);
    }

    CandidatePlan plan(Path folder, SourceIndex index) throws Exception {
        return plan(folder, index, OwnHosts.UNSAID);
    }

    CandidatePlan plan(Path folder, SourceIndex index, OwnHosts own) throws Exception {
        return new CandidateFinder(new EventFileEvidence(folder, null), index, ApplicationCode.DEFAULT, own)
                .plan(measured(folder, Product.NOT_CONFIGURED).assessment(), 3);
    }

    private static String probe(long at) {
        return "{\"name\":\"WebTransaction/SpringController/OperationHandler/handle\",\"guid\":\"p" + at
                + "\",\"timestamp\":" + at + ",\"duration\":0.001,\"error\":false,\"appName\":\"shop\"}";
    }

    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> all = new ArrayList<>(transactions);
        // Probes all day, so that a day is a day of these events.
        all.add(probe(DAY.from().toEpochMilli()));
        all.add(probe(DAY.to().toEpochMilli() - 1));
        Files.write(folder.resolve("Transaction.ndjson"), all);
        Files.write(folder.resolve("Span.ndjson"), spans);
        Files.write(folder.resolve("Metric.ndjson"), metrics);
        Files.write(folder.resolve("TransactionError.ndjson"), errors);
    }
}
