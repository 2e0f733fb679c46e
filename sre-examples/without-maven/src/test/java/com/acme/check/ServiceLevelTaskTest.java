package com.acme.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.report.CandidatePart;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.check.CheckResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLevelTaskTest {

    @TempDir
    private Path product;

    @Test
    void a_product_that_meets_the_standard_passes() throws Exception {
        CheckResult result = ServiceLevelTask.check(product, requestsOf(0.05));
        assertThat(result.passed()).isTrue();
        assertThat(product.resolve("build/sre/sre-report.json")).content().contains("\"met\" : 1");
        assertThat(product.resolve("sre-history.ndjson")).content().hasLineCount(1);
    }

    @Test
    void a_product_that_violates_the_standard_fails_and_has_candidates() throws Exception {
        Files.writeString(
                product.resolve(BaselineFile.NAME), BaselineFile.text(new Baseline("default", "1", List.of())));
        CheckResult.Completed result = (CheckResult.Completed) ServiceLevelTask.check(product, requestsOf(3));
        assertThat(result.passed()).isFalse();
        assertThat(CandidatePart.planOf(result.report())).isPresent();
    }

    private Path requestsOf(double seconds) throws IOException {
        Path events = Files.createDirectories(product.resolve("events"));
        Instant now = Instant.now();
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 2_000; i++) {
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"timestamp\":%d,\"name\":\"WebTransaction/SpringController/orders (GET)\",\"duration\":%.3f,\"error\":false}%n",
                    now.minus(Duration.ofMinutes(5L * i)).toEpochMilli(),
                    seconds));
        }
        Files.writeString(events.resolve("Transaction.ndjson"), lines);
        return events;
    }
}
