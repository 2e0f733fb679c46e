package io.github.sre4j.newrelic.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.newrelic.export.ExportResult.Gap;
import io.github.sre4j.newrelic.export.ExportResult.TypeResult;
import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.sli.Window;
import io.github.sre4j.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportLinesTest {

    private static final ExportResult RESULT = new ExportResult(
            new Entity("guid", "orders\u001B[31m", 1_234_567, "APM"),
            new Window(Instant.parse("2026-11-15T09:00:00Z"), Instant.parse("2026-11-22T09:00:00Z")),
            true,
            List.of(
                    new TypeResult(
                            "Transaction",
                            Path.of("Transaction.ndjson.gz"),
                            1_200,
                            1_200,
                            1_301,
                            List.of(new Gap(1_795_334_440_000L, 5_100, 5_000))),
                    new TypeResult("Metric", Path.of("Metric.ndjson.gz"), 34, 5_600, 5_600, List.of())));

    @Test
    void the_text_beside_the_files_says_what_they_are_and_what_is_missing() {
        assertThat(new ExportLines(Texts.of("en")).summary(RESULT)).isEqualTo("""
                        Export of orders\uFFFD[31m (account 1234567), 2026-11-15T09:00:00Z – 2026-11-22T09:00:00Z
                        Query strings, email addresses, tokens, keys, IP addresses, and card numbers are masked. Log messages are free text: review them before sharing the files.
                        Transaction.ndjson.gz: 1,200 events
                        Metric.ndjson.gz: 34 rows for 5,600 requests, sampled or not
                        The number of events in the files DOES NOT match New Relic:
                        Transaction: millisecond 2026-11-22T08:00:40Z has 5,100 events, but New Relic returns only 5,000; the rest is not in the file.
                        Transaction: 1,200 written, 1,301 now in New Relic. Late or expired events explain small differences; set an earlier sre.until and export again.
                        Replay: mvn sre:check -Dsre.events=. -Dsre.until=2026-11-22T09:00:00Z -Dsre.window=PT168H
                        """);
        assertThat(new ExportLines(Texts.of("ja")).summary(RESULT))
                .contains("Transaction.ndjson.gz: イベント 1,200 件", "ファイルのイベント数が New Relic と一致しません");
    }
}
