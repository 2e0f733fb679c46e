package io.github.sre4j.maven;

import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.yaml.InvalidConfigException;
import io.github.sre4j.standard.yaml.StandardYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/** Finds the standard a build names. */
final class StandardFinder {

    private StandardFinder() {}

    /** A standard that extends one that extends one … is a riddle, and one that extends itself has no end. */
    private static final int DEEPEST = 5;

    /**
     * The standard.
     *
     * @param named {@code default}, a file (relative to {@code base}) or a resource on the plugin's class path
     * @param base the module's folder
     */
    static Standard find(String named, Path base) throws MojoExecutionException {
        try {
            return find(named, base, 1);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private static Standard find(String named, Path base, int depth) {
        if (named.equals("default")) {
            return DefaultStandard.get();
        }
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("'" + named + "' is the " + DEEPEST
                    + "th standard that extends another; let one of them extend 'default' or none");
        }
        Path file = base.resolve(named);
        String resource = named.startsWith("/") ? named.substring(1) : named;
        try {
            if (Files.isRegularFile(file)) {
                return StandardYaml.read(
                        file.toString(), Files.readAllBytes(file), other -> find(other, base, depth + 1));
            }
            try (InputStream in = StandardFinder.class.getClassLoader().getResourceAsStream(resource)) {
                if (in != null) {
                    return StandardYaml.read(resource, in.readAllBytes(), other -> find(other, base, depth + 1));
                }
            }
        } catch (InvalidConfigException e) {
            throw new IllegalArgumentException("the standard is not valid: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the standard '" + named + "' cannot be read: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("there is no standard '" + named + "': neither a file '" + file
                + "' nor a resource on the plugin's class path; write 'default', a file, or add the artifact that holds it to the"
                + " plugin's dependencies");
    }
}
