package io.github.sre4j.check.file;

import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.yaml.InvalidConfigException;
import io.github.sre4j.standard.yaml.StandardYaml;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The standard that a build names. */
public final class StandardFile {

    private StandardFile() {}

    /** A standard that extends one that extends one … is a riddle, and one that extends itself has no end. */
    private static final int DEEPEST = 5;

    /**
     * Reads the standard.
     *
     * @param named {@code default}, a file (relative to {@code base}) or a resource on the class path
     * @param base the product's folder
     * @throws IllegalArgumentException if there is none or it is not valid; the message says what to do
     */
    public static Standard find(String named, Path base) {
        return find(named, base, 1);
    }

    /**
     * Reads a standard that the {@code depth - 1}th one extends.
     *
     * @param named {@code default}, a file (relative to {@code base}) or a resource on the class path
     * @param base the product's folder
     * @param depth how many standards lead to it, itself included, ≥ 1
     * @throws IllegalArgumentException if there is none or it is not valid; the message says what to do
     */
    public static Standard find(String named, Path base, int depth) {
        if (named.equals("default")) {
            return DefaultStandard.get();
        }
        if (depth > DEEPEST) {
            throw new InvalidInputException(Message.of(StandardFile.class, "standard-too-deep", named, DEEPEST));
        }
        try {
            Optional<Located> found = locate(named, base);
            if (found.isPresent()) {
                Located standard = found.get();
                return StandardYaml.read(standard.name(), standard.content(), other -> find(other, base, depth + 1));
            }
        } catch (InvalidConfigException e) {
            throw new InvalidInputException(Message.of(StandardFile.class, "standard-invalid", Message.of(e)), e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    Message.of(StandardFile.class, "standard-unreadable", named, Message.of(e)), e);
        }
        throw new InvalidInputException(Message.of(StandardFile.class, "no-standard", named, base.resolve(named)));
    }

    /**
     * A standard that was found.
     *
     * @param name the file, or the resource's name
     * @param file the file, or null for a resource
     * @param content its bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Located(String name, @Nullable Path file, byte[] content) {}

    /**
     * Finds the file or the resource that a build names.
     *
     * @return what was found; empty if there is none
     * @throws IOException if it cannot be read
     */
    public static Optional<Located> locate(String named, Path base) throws IOException {
        Path file = base.resolve(named);
        if (Files.isRegularFile(file)) {
            return Optional.of(new Located(file.toString(), file, Files.readAllBytes(file)));
        }
        String resource = named.startsWith("/") ? named.substring(1) : named;
        try (InputStream in = StandardFile.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new Located(resource, null, in.readAllBytes()));
        }
    }
}
