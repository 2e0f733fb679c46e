package io.github.sre4j.maven;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.baseline.file.InvalidBaselineException;
import io.github.sre4j.text.Message;
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
                throw GoalException.of("no-baseline-file", file);
            }
            return null;
        }
        try {
            return BaselineFile.read(file);
        } catch (InvalidBaselineException e) {
            throw GoalException.of(e);
        } catch (IOException e) {
            throw GoalException.of("cannot-read", file, Message.of(e));
        }
    }
}
