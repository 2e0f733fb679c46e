package io.github.sre4j.source.git;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The commit that code is shown at.
 *
 * @param commit its full hash
 * @param origin how it is known
 */
public record Revision(String commit, Origin origin) {

    /** How a commit is known. */
    public enum Origin {
        /** Whoever deployed said so. */
        DEPLOYMENT,
        /** The build wrote it into {@code git.properties}. */
        BUILD,
        /** It is checked out here; what is deployed may be another. */
        HEAD
    }

    /** The deployed commit, else the one the build names, else the one that is checked out. */
    public static Optional<Revision> find(
            @Nullable String deployed, List<Path> classes, @Nullable GitRepository repository) {
        if (deployed != null && deployed.matches("[0-9a-fA-F]{7,64}")) {
            return Optional.of(new Revision(deployed, Origin.DEPLOYMENT));
        }
        for (Path each : classes) {
            Optional<String> built = built(each.resolve("git.properties"));
            if (built.isPresent()) {
                return Optional.of(new Revision(built.get(), Origin.BUILD));
            }
        }
        return repository == null ? Optional.empty() : repository.head().map(each -> new Revision(each, Origin.HEAD));
    }

    private static Optional<String> built(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        for (String key : List.of("git.commit.id.full", "git.commit.id")) {
            String value = properties.getProperty(key, "");
            if (value.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
