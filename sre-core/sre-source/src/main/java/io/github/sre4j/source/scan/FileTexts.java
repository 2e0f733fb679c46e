package io.github.sre4j.source.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads text files of unknown encoding and finds files in folders. */
public final class FileTexts {

    /** Bound of a file that is read, in bytes; larger ones hold data, not code. */
    public static final long MAX_BYTES = 32L << 20;

    private static final long MAX_RESOURCE_BYTES = 8L << 20;
    private static final int SAMPLE = 512;

    private FileTexts() {}

    /**
     * Returns the text of a file: by its byte order mark, else UTF-16 where every other byte is zero, else UTF-8, else Latin-1. A byte order mark is not part of
     * the text.
     *
     * @throws IOException if it cannot be read
     */
    public static String read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Charset wide = wide(bytes);
        if (wide != null) {
            return withoutMark(new String(bytes, wide));
        }
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static @Nullable Charset wide(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        if (mark == 0xfeff) {
            return StandardCharsets.UTF_16BE;
        }
        if (mark == 0xfffe) {
            return StandardCharsets.UTF_16LE;
        }
        int length = Math.min(SAMPLE, bytes.length) / 2 * 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        // Code is nearly all ASCII: one half of its bytes is zero.
        if (even * 4 > length && odd == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return odd * 4 > length && even == 0 ? StandardCharsets.UTF_16LE : null;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Returns the files below a folder whose names fit, at most 8 MiB each, sorted by path, with their attributes; none if there is no such folder. */
    public static Map<Path, BasicFileAttributes> below(Path folder, Predicate<String> name) {
        return below(folder, name, MAX_RESOURCE_BYTES);
    }

    /** Does the same for files up to a size in bytes. */
    static Map<Path, BasicFileAttributes> below(Path folder, Predicate<String> name, long maxBytes) {
        Map<Path, BasicFileAttributes> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()
                        && attributes.size() <= maxBytes
                        && name.test(file.getFileName().toString())) {
                    found.put(file.toAbsolutePath().normalize(), attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException e) {
            // What was found until then is an answer; a place that is missing is said to be missing by whoever asks.
            return found;
        }
        return found;
    }
}
