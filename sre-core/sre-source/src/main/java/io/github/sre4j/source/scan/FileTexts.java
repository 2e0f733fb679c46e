package io.github.sre4j.source.scan;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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

/** Reads text files of unknown encoding and finds files in folders. */
public final class FileTexts {

    /** No hand writes larger files; they are generated, and cost more than they tell. */
    private static final long LARGEST = 2_000_000;

    private FileTexts() {}

    /**
     * The text of a file: UTF-8, or Latin-1 where it is no UTF-8.
     *
     * @throws IOException if it cannot be read
     */
    public static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
    }

    /** Files below a folder whose names fit, sorted by path, with their attributes; empty if there is no such folder. */
    public static Map<Path, BasicFileAttributes> below(Path folder, Predicate<String> name) {
        Map<Path, BasicFileAttributes> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()
                        && attributes.size() <= LARGEST
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
