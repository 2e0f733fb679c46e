package io.github.sre4j.telemetry.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The fast reader may leave a row to the strict one, but where it is sure it must say exactly what the strict one says. */
class FastRowTest {

    private static final List<byte[]> CAPTURED = new ArrayList<>();

    private final FastRow fast = new FastRow();

    @BeforeAll
    static void readCapturedRows() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(FastRowTest.class.getResourceAsStream("Transaction.ndjson.gz")),
                StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> CAPTURED.add(line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void is_sure_of_every_row_an_agent_sent_and_agrees_with_the_strict_reader() throws IOException {
        for (byte[] row : CAPTURED) {
            assertThat(agrees(row)).as(text(row)).isTrue();
        }
        assertThat(CAPTURED).hasSize(9505);
    }

    @Test
    void agrees_on_captured_rows_with_bytes_changed_inserted_and_removed() throws IOException {
        Random random = new Random(20261124);
        byte[] telling = "{}[]\",:\\0123456789.eE+-truefalsn \t\r\u0000\u001f\u007f\u0080\u00c3\u00e9\u00ff"
                .getBytes(StandardCharsets.ISO_8859_1);
        int sure = 0;
        for (int i = 0; i < 150_000; i++) {
            byte[] row = CAPTURED.get(random.nextInt(CAPTURED.size())).clone();
            for (int change = 1 + random.nextInt(2); change > 0; change--) {
                row = changed(row, random, telling);
            }
            sure += agrees(row) ? 1 : 0;
        }
        assertThat(sure).as("mutants that are still plain rows").isBetween(30_000, 140_000);
    }

    @Test
    void agrees_on_made_up_rows_of_every_kind_of_value() throws IOException {
        Random random = new Random(5);
        int sure = 0;
        for (int i = 0; i < 100_000; i++) {
            sure += agrees(madeUp(random).getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
        }
        assertThat(sure).as("rows it is sure of").isGreaterThan(5_000);
    }

    @Test
    void rounds_beyond_nanoseconds_as_the_strict_reader_does() throws IOException {
        Random random = new Random(6);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder duration =
                    new StringBuilder().append(random.nextInt(20)).append('.');
            for (int digits = 1 + random.nextInt(16); digits > 0; digits--) {
                duration.append(random.nextInt(3) == 0 ? '5' : (char) ('0' + random.nextInt(10)));
            }
            agrees(("{\"name\":\"n\",\"timestamp\":1795335434541,\"duration\":" + duration + "}")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Compares both readers; answers whether the fast one was sure. */
    private boolean agrees(byte[] row) throws IOException {
        if (fast.parse(Arrays.copyOf(row, row.length + Padding.LENGTH), 0) != row.length || !fast.complete()) {
            return false;
        }
        StrictRow strict = StrictRow.ofLine(row, 0, row.length);
        String context = text(row);
        assertThat(strict.unusable()).as(context).isEmpty();
        assertThat(new String(row, fast.nameFrom, fast.nameTo - fast.nameFrom, StandardCharsets.UTF_8))
                .as(context)
                .isEqualTo(strict.name());
        assertThat(fast.timestampMillis).as(context).isEqualTo(strict.timestampMillis());
        assertThat(fast.durationNanos).as(context).isEqualTo(strict.durationNanos());
        assertThat(fast.error).as(context).isEqualTo(strict.error());
        assertThat(
                        fast.hasType()
                                ? new String(row, fast.typeFrom, fast.typeTo - fast.typeFrom, StandardCharsets.UTF_8)
                                : null)
                .as(context)
                .isEqualTo(strict.type().orElse(null));
        assertThat(
                        fast.hasApp()
                                ? new String(row, fast.appFrom, fast.appTo - fast.appFrom, StandardCharsets.UTF_8)
                                : null)
                .as(context)
                .isEqualTo(strict.app().orElse(null));
        return true;
    }

    private static byte[] changed(byte[] row, Random random, byte[] telling) {
        int at = random.nextInt(row.length);
        byte with = random.nextInt(4) == 0 ? (byte) random.nextInt(256) : telling[random.nextInt(telling.length)];
        int kind = random.nextInt(4);
        byte[] result = new byte[row.length + (kind == 1 ? 1 : kind == 2 ? -1 : 0)];
        System.arraycopy(row, 0, result, 0, Math.min(at, result.length));
        if (kind == 1) {
            result[at] = with;
            System.arraycopy(row, at, result, at + 1, row.length - at);
        } else if (kind == 2) {
            System.arraycopy(row, at + 1, result, at, row.length - at - 1);
        } else {
            System.arraycopy(row, at, result, at, row.length - at);
            result[at] = with;
        }
        return result;
    }

    private static String madeUp(Random random) {
        String[] keys = {
            "name",
            "timestamp",
            "duration",
            "error",
            "eventType",
            "type",
            "appName",
            "other",
            "na\\u006de",
            "é",
            "",
            "durations"
        };
        String[] values = {
            "\"WebTransaction/x (GET)\"",
            "\"Transaction\"",
            "\"\"",
            "\" \"",
            "\" x\"",
            "\"\\u0041\"",
            "\"é\"",
            "\"\\ud800\"",
            "\"\\q\"",
            "1795335434541",
            "1795335434541.5",
            "1795335434",
            "01795335434541",
            "0.005285118",
            "0.05",
            "1",
            "-0.5",
            "-0",
            "1e3",
            "1E-3",
            ".5",
            "5.",
            "0.0000000005",
            "0.1234567895000",
            "31622400.0000000001",
            "31536000",
            "999999999",
            "9999999999",
            "00.1",
            "+1",
            "NaN",
            "Infinity",
            "true",
            "false",
            "null",
            "tru",
            "{}",
            "[]",
            "{\"name\":1}",
            "[1,2",
            "\"unclosed",
            ""
        };
        StringBuilder row = new StringBuilder(random.nextInt(30) == 0 ? " {" : "{");
        for (int fields = random.nextInt(7); fields > 0; fields--) {
            row.append('"')
                    .append(keys[random.nextInt(keys.length)])
                    .append(random.nextInt(20) == 0 ? "\" :" : random.nextInt(4) == 0 ? "\": " : "\":");
            row.append(values[random.nextInt(values.length)])
                    .append(fields > 1 ? random.nextInt(20) == 0 ? ",, " : "," : "");
        }
        if (random.nextInt(3) > 0) {
            row = new StringBuilder("{\"name\":\"n\",\"timestamp\":1795335434541,\"duration\":0.25")
                    .append(row.length() > 2 ? "," + row.substring(1) : "");
        }
        return row.append(random.nextInt(30) == 0 ? "}x" : "}").toString();
    }

    private static String text(byte[] row) {
        return new String(row, StandardCharsets.UTF_8);
    }
}
