package io.github.sre4j.benchmarks.newrelic;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/** Makes transactions of many endpoints, spread over the seven days before 2026-11-22T09:00:00Z. */
public final class GenerateEndpoints {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    private static final int REQUESTS_EACH = 20;

    private GenerateEndpoints() {}

    /**
     * Writes the file.
     *
     * @param args the file, the number of endpoints
     */
    public static void main(String[] args) throws IOException {
        int endpoints = Integer.parseInt(args[1]);
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[0]))) {
            for (int i = 0; i < endpoints * REQUESTS_EACH; i++) {
                long timestamp = UNTIL.toEpochMilli()
                        - 1
                        - (long) (random.nextDouble() * Duration.ofDays(7).toMillis());
                out.write(String.format(
                        Locale.ROOT,
                        "{\"eventType\":\"Transaction\",\"appName\":\"orders\",\"entityGuid\":\"MXxBUE18QVBQTElDQVRJT058MQ\","
                                + "\"name\":\"WebTransaction/SpringController/resources/of/kind/%d/{id} (GET)\",\"timestamp\":%d,"
                                + "\"duration\":%.4f,\"error\":%b}%n",
                        i % endpoints,
                        timestamp,
                        Math.exp(random.nextGaussian()) * 0.1,
                        random.nextInt(500) == 0));
            }
        }
    }
}
