package io.github.sre4j.trace.read;

import io.github.sre4j.text.BoundedInput;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Opens text files as they come: compressed or not, UTF-8 or UTF-16, with or without a byte order mark. */
final class JsonText {

    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;
    private static final int BUFFER = 1 << 16;

    private JsonText() {}

    /** The text behind the byte order mark, decompressed. */
    static BufferedReader open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            InputStream in = isCompressed(raw) ? new BufferedInputStream(BoundedInput.gunzip(raw), BUFFER) : raw;
            Charset charset = charset(in);
            Reader reader = new InputStreamReader(isLines(file) ? BoundedInput.withBoundedLines(in) : in, charset);
            return new BufferedReader(reader, BUFFER);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static boolean isCompressed(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == GZIP_FIRST && second == GZIP_SECOND;
    }

    /** Told by the byte order mark, which is skipped, else by where the zeros of the first two characters are. */
    private static Charset charset(InputStream in) throws IOException {
        in.mark(4);
        byte[] head = in.readNBytes(4);
        in.reset();
        int first = head.length > 0 ? head[0] & 0xFF : -1;
        int second = head.length > 1 ? head[1] & 0xFF : -1;
        int third = head.length > 2 ? head[2] & 0xFF : -1;
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFF && second == 0xFE) {
            in.skipNBytes(2);
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xFE && second == 0xFF) {
            in.skipNBytes(2);
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0 && second > 0) {
            return StandardCharsets.UTF_16BE;
        }
        return first > 0 && second == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    /** The file's name without {@code .gz}, in lower case. */
    static String plainName(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /** Whether the file's name says that each line is a document. */
    static boolean isLines(Path file) {
        String name = plainName(file);
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") || name.endsWith(".log") || name.endsWith(".txt");
    }

    /** Whether a file of a folder may hold traces. */
    static boolean mayHoldTraces(Path file) {
        String name = plainName(file);
        return Files.isRegularFile(file)
                && (name.endsWith(".json")
                        || name.endsWith(".jsonl")
                        || name.endsWith(".ndjson")
                        || NewRelicContent.typeNamed(file) != null);
    }
}
