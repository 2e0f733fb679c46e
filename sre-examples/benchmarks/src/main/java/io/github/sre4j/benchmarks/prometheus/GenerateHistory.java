package io.github.sre4j.benchmarks.prometheus;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/** Writes a history of counters for {@code promtool}: endpoints with a rare error each, on three pods that are replaced every day. */
public final class GenerateHistory {

    static final Instant UNTIL = Instant.parse("2026-11-22T00:00:00Z");
    private static final int PODS = 3;

    private GenerateHistory() {}

    /** Arguments: the file, the number of endpoints, the days, the seconds between two scrapes. */
    public static void main(String[] args) throws IOException {
        int endpoints = Integer.parseInt(args[1]);
        int days = Integer.parseInt(args[2]);
        long interval = Long.parseLong(args[3]);
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[0]))) {
            for (int endpoint = 0; endpoint < endpoints; endpoint++) {
                for (int day = 0; day <= days; day++) {
                    for (int pod = 0; pod < PODS; pod++) {
                        Instant start =
                                UNTIL.minus(Duration.ofDays(days - day + 1L)).plusSeconds(3_600L * (day == 0 ? 22 : 0));
                        write(out, random, endpoint, "pod-" + day + "-" + pod, start, interval);
                    }
                }
            }
            out.write("# EOF\n");
        }
    }

    private static void write(BufferedWriter out, Random random, int endpoint, String pod, Instant start, long interval)
            throws IOException {
        Instant midnight = start.plus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.DAYS);
        String labels = "application=\"orders\",job=\"app\",instance=\"" + pod + "\",method=\"GET\",uri=\"/e" + endpoint
                + "/{id}\",status=";
        int samples = (int) (Duration.between(start, midnight).toSeconds() / interval);
        for (String status : new String[] {"200", "500"}) {
            long[] counts = new long[2];
            StringBuilder all = new StringBuilder();
            StringBuilder fast = new StringBuilder();
            for (int i = 0; i < samples; i++) {
                long time = start.getEpochSecond() + i * interval;
                int more = status.equals("200") ? random.nextInt(4) : random.nextInt(200) == 0 ? 1 : 0;
                counts[0] += more;
                counts[1] += more - (more > 0 && random.nextInt(20) == 0 ? 1 : 0);
                if (counts[0] > 0) {
                    line(all, "count{", labels, status, "", counts[0], time);
                    line(fast, "bucket{", labels, status, ",le=\"1.0\"", counts[1], time);
                }
            }
            out.append(all).append(fast);
        }
    }

    private static void line(
            StringBuilder out, String metric, String labels, String status, String more, long value, long time) {
        out.append("http_server_requests_seconds_")
                .append(metric)
                .append(labels)
                .append('"')
                .append(status)
                .append('"')
                .append(more)
                .append("} ")
                .append(value)
                .append(' ')
                .append(String.format(Locale.ROOT, "%d", time))
                .append('\n');
    }
}
