package io.github.sre4j.maven;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.baseline.file.InvalidBaselineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads the baseline, if the product has one. */
final class BaselineFinder {

    private BaselineFinder() {}

    static @Nullable Baseline find(Path file) throws MojoExecutionException {
        if (!Files.exists(file)) {
            if (!file.getFileName().toString().equals(BaselineFile.NAME)) {
                throw new MojoExecutionException("there is no file '" + file
                        + "', which sre.baseline names; write it with mvn sre:baseline or remove the setting");
            }
            return null;
        }
        try {
            return BaselineFile.read(file);
        } catch (InvalidBaselineException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new MojoExecutionException("'" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
