package io.github.sre4j.examples.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A directory of the process for inputs that readers want as files; in memory where the system has such a place. */
final class Scratch {

    private static final Path DIRECTORY = create();

    private Scratch() {}

    private static Path create() {
        try {
            Path memory = Path.of("/dev/shm");
            Path made = Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "sre4j-fuzz")
                    : Files.createTempDirectory("sre4j-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made)));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The system clears it.
            return;
        }
    }

    /** Returns a directory of that name. */
    static Path directory(String name) throws IOException {
        return Files.createDirectories(DIRECTORY.resolve(name));
    }

    /** Writes the input but for its first byte to a file; that byte chooses the name. */
    static Path file(String directory, byte[] data, String... names) throws IOException {
        Path folder = directory(directory);
        String name = names[choice(data, names.length)];
        for (String other : names) {
            if (!other.equals(name)) {
                Files.deleteIfExists(folder.resolve(other));
            }
        }
        return Files.write(folder.resolve(name), rest(data));
    }

    /** Returns what the first byte chooses: a letter from {@code a} on. */
    static int choice(byte[] data, int choices) {
        return data.length == 0 ? 0 : Math.floorMod(data[0] - 'a', choices);
    }

    static byte[] rest(byte[] data) {
        return data.length == 0 ? data : Arrays.copyOfRange(data, 1, data.length);
    }
}
