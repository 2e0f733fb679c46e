package io.github.sre4j.advisor;

import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.files.EventFileEvidence;
import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.Assessor;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.trace.error.ApplicationCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Event files of an endpoint with 1,000 requests in 1,000 s, some of them slow after a start, some slow later on. */
final class Warm {

    static final Window WINDOW =
            new Window(Instant.parse("2026-11-22T08:00:00Z"), Instant.parse("2026-11-22T09:00:00Z"));
    static final String NAME = "WebTransaction/SpringController/orders (GET)";
    private static final long START = WINDOW.from().toEpochMilli() + 600_000;

    private Warm() {}

    /**
     * Writes the files.
     *
     * @param cold number of requests of 9 s in the first seconds, one a second; the start shows by an event of the initialization
     * @param every every so many of the later requests takes 1.5 s, the others 50 ms
     */
    static void write(Path folder, int cold, int every) throws Exception {
        List<String> rows = new ArrayList<>();
        if (cold > 0) {
            rows.add(row(
                    "OtherTransaction/Initializer/ServletContextListener/contextInitialized",
                    "init",
                    START - 1_000,
                    0.1));
        }
        List<String> spans = new ArrayList<>();
        for (int i = 0; i < 1_000 + cold; i++) {
            double seconds = i < cold ? 9 : i % every == 0 ? 1.5 : 0.05;
            rows.add(row(NAME, "t" + i, START + i * 1_000L, seconds));
            if (i >= cold && i % every == 0) {
                spans.add(span(i, "s" + i, "", "Servlet/Request", "\"nr.entryPoint\":true", 1.5));
                spans.add(span(
                        i,
                        "q" + i,
                        ",\"parentId\":\"s" + i + "\"",
                        "Datastore/statement/Postgres/orders/select",
                        "\"category\":\"datastore\",\"db.collection\":\"orders\",\"db.operation\":\"select\",\"db.statement\":\"select * from orders\"",
                        1.4));
            }
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("Transaction.ndjson"), rows);
        Files.write(folder.resolve("Span.ndjson"), spans);
    }

    private static String row(String name, String guid, long at, double seconds) {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"guid\":\"%s\",\"timestamp\":%d,\"duration\":%.3f,\"error\":false,\"host\":\"one\"}",
                name,
                guid,
                at,
                seconds);
    }

    private static String span(int request, String id, String parent, String name, String attributes, double seconds) {
        return String.format(
                Locale.ROOT,
                "{\"traceId\":\"%032x\",\"transactionId\":\"t%d\",\"guid\":\"%s\"%s,\"name\":\"%s\",\"timestamp\":%d,\"duration\":%.3f,\"transaction.name\":\"%s\",%s}",
                request + 1,
                request,
                id,
                parent,
                name,
                START + request * 1_000L,
                seconds,
                NAME,
                attributes);
    }

    static Assessment assessment(Path folder, int cold, int every) throws Exception {
        write(folder, cold, every);
        return new Assessor(DefaultStandard.get(), List.of(), LocalDate.parse("2026-11-23"))
                .assess(
                        WINDOW,
                        new EventFiles(folder, "warm", null, 1)
                                .measure(DefaultStandard.get().plan(WINDOW), ProgressListener.NONE));
    }

    static CandidatePlan plan(Path folder, int cold, int every) throws Exception {
        Assessment assessment = assessment(folder, cold, every);
        return new CandidateFinder(
                        new EventFileEvidence(folder, null), SourceIndex.NONE, ApplicationCode.DEFAULT, OwnHosts.UNSAID)
                .plan(assessment, 3);
    }
}
