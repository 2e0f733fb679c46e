package io.github.sre4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BoundedInputTest {

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    @Test
    void decompresses_what_rows_are_like() throws IOException {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("{\"name\":\"a\",\"duration\":0.")
                    .append(random.nextInt(10))
                    .append("}\n");
        }
        byte[] rows = text.toString().getBytes(StandardCharsets.UTF_8);
        try (InputStream in = BoundedInput.gunzip(new ByteArrayInputStream(zipped(rows)), 1 << 20)) {
            assertThat(in.readAllBytes()).isEqualTo(rows);
        }
    }

    @Test
    void stops_file_that_inflates_without_measure() throws IOException {
        byte[] packed = zipped(new byte[8 << 20]);
        InputStream in = BoundedInput.gunzip(new ByteArrayInputStream(packed), 1 << 20);
        assertThatThrownBy(() -> in.transferTo(OutputStream.nullOutputStream()))
                .hasMessage("it decompresses to more than 1 MB and more than 500 times its size, which no telemetry"
                        + " does; check what wrote it");
    }

    @Test
    void stops_within_a_line_without_end() {
        byte[] text = ("short\n" + "x".repeat(1_000)).getBytes(StandardCharsets.UTF_8);
        InputStream in = new BoundedInput.Lines(new ByteArrayInputStream(text), 999);
        assertThatThrownBy(in::readAllBytes).hasMessage("line 2 is longer than 64 MB; write one object per line");
    }

    @Test
    void leaves_shorter_lines_alone() throws IOException {
        byte[] text = ("x".repeat(999) + "\n").repeat(5).getBytes(StandardCharsets.UTF_8);
        InputStream in = new BoundedInput.Lines(new ByteArrayInputStream(text), 999);
        assertThat(in.readAllBytes()).isEqualTo(text);
    }
}
