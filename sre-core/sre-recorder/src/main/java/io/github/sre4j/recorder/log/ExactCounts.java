package io.github.sre4j.recorder.log;

import io.github.sre4j.recorder.EndpointCounts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The comment after a histogram: what a histogram alone cannot say exactly.
 *
 * @param interval number of the interval in its run, from 1
 * @param record number of this endpoint in the interval, from 1
 * @param records how many endpoints the interval has
 * @param from its beginning
 * @param to its end
 * @param limit the longest duration that was not slow, or null
 */
record ExactCounts(
        long interval,
        int record,
        int records,
        Instant from,
        Instant to,
        @Nullable Duration limit,
        long requests,
        long slow,
        long errors,
        Duration excess,
        Duration max) {

    static final String BEGIN = "#[exact ";

    private static final Pattern LINE = Pattern.compile("(#\\[exact interval=(\\d{1,18}) record=(\\d{1,9})/(\\d{1,9})"
            + " from=(\\d{1,15}) to=(\\d{1,15}) limit=(\\d{1,18}|none) requests=(\\d{1,18}) slow=(\\d{1,18})"
            + " errors=(\\d{1,18}) excess=(\\d{1,15})\\.(\\d{9}) max=(\\d{1,19})) crc=([0-9a-f]{8})]");

    static ExactCounts of(long interval, int record, int records, Instant from, Instant to, EndpointCounts counts) {
        return new ExactCounts(
                interval,
                record,
                records,
                from,
                to,
                counts.threshold().orElse(null),
                counts.requests(),
                counts.slow(),
                counts.errors(),
                counts.excess(),
                counts.max());
    }

    /**
     * The comment, with a checksum over itself and the line before it.
     *
     * @param histogramLine that line, without its end
     */
    String line(String histogramLine) {
        String text = BEGIN + "interval=" + interval + " record=" + record + "/" + records + " from="
                + from.toEpochMilli() + " to=" + to.toEpochMilli() + " limit="
                + (limit == null ? "none" : String.valueOf(limit.toNanos())) + " requests=" + requests + " slow="
                + slow + " errors=" + errors + " excess=" + excess.getSeconds() + "." + padded(excess.getNano())
                + " max=" + max.toNanos();
        return text + " crc=" + crc(histogramLine, text) + "]";
    }

    /** What the comment says; empty if it is none, or its checksum is not that of both lines. */
    static Optional<ExactCounts> parse(String line, String histogramLine) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || !crc(histogramLine, matcher.group(1)).equals(matcher.group(14))) {
            return Optional.empty();
        }
        String limit = matcher.group(7);
        return Optional.of(new ExactCounts(
                Long.parseLong(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)),
                Instant.ofEpochMilli(Long.parseLong(matcher.group(5))),
                Instant.ofEpochMilli(Long.parseLong(matcher.group(6))),
                limit.equals("none") ? null : Duration.ofNanos(Long.parseLong(limit)),
                Long.parseLong(matcher.group(8)),
                Long.parseLong(matcher.group(9)),
                Long.parseLong(matcher.group(10)),
                Duration.ofSeconds(Long.parseLong(matcher.group(11)), Long.parseLong(matcher.group(12))),
                Duration.ofNanos(Long.parseLong(matcher.group(13)))));
    }

    private static String padded(int nanos) {
        String digits = String.valueOf(nanos);
        return "0".repeat(9 - digits.length()) + digits;
    }

    private static String crc(String histogramLine, String text) {
        CRC32 crc = new CRC32();
        crc.update((histogramLine + "\n" + text).getBytes(StandardCharsets.UTF_8));
        String digits = Long.toHexString(crc.getValue());
        return "0".repeat(8 - digits.length()) + digits;
    }
}
