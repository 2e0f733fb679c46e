package io.github.sre4j.benchmarks.events;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Makes a large event file from captured events: the captured rows over and over, each time with other ids, another time within a week and a
 * duration up to a third longer or shorter. Keys and their order stay as the agent sent them. The same arguments always make the same file.
 */
public final class GenerateEvents {

    private static final long WEEK_MILLIS = 7L * 24 * 3600 * 1000;
    private static final long FROM_MILLIS = 1_794_700_800_000L;
    private static final Pattern VARYING =
            Pattern.compile("\"(timestamp|duration|totalTime|guid|traceId)\":\"?([^,\"}]+)\"?");

    private GenerateEvents() {}

    /**
     * Writes the file.
     *
     * @param args captured events ({@code .ndjson.gz}), the file to write, its least size in bytes
     */
    public static void main(String[] args) throws IOException {
        List<String> captured;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(Path.of(args[0])))) {
            captured = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        long least = Long.parseLong(args[2]);
        Random random = new Random(20261124);
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
            while (written < least) {
                byte[] row = jittered(captured.get(random.nextInt(captured.size())), random);
                out.write(row);
                written += row.length;
            }
        }
    }

    private static byte[] jittered(String row, Random random) {
        double factor = 2.0 / 3 + random.nextDouble() * 2 / 3;
        Matcher matcher = VARYING.matcher(row);
        StringBuilder result = new StringBuilder(row.length() + 16);
        while (matcher.find()) {
            matcher.appendReplacement(result, Matcher.quoteReplacement(value(matcher, factor, random)));
        }
        return matcher.appendTail(result).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String value(Matcher matcher, double factor, Random random) {
        String key = matcher.group(1);
        return switch (key) {
            case "timestamp" -> "\"timestamp\":" + (FROM_MILLIS + (long) (random.nextDouble() * WEEK_MILLIS));
            case "guid" -> "\"guid\":\"" + hex(random) + "\"";
            case "traceId" -> "\"traceId\":\"" + hex(random) + hex(random) + "\"";
            default ->
                "\"" + key + "\":" + String.format(Locale.ROOT, "%.9f", Double.parseDouble(matcher.group(2)) * factor);
        };
    }

    private static String hex(Random random) {
        return String.format(Locale.ROOT, "%016x", random.nextLong());
    }
}
