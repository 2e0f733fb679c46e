package io.github.sre4j.check.file;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.baseline.file.InvalidBaselineException;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The baseline of a product, if it has one. */
public final class KnownViolations {

    private KnownViolations() {}

    /**
     * Reads the baseline.
     *
     * @param file the file, which may be missing if it is called {@value BaselineFile#NAME}
     * @return the baseline; null if the file is missing
     * @throws IllegalArgumentException if it is not valid, cannot be read, or is missing although it is named
     */
    public static @Nullable Baseline find(Path file) {
        if (!Files.exists(file)) {
            if (!file.getFileName().toString().equals(BaselineFile.NAME)) {
                throw new InvalidInputException(Message.of(KnownViolations.class, "no-baseline-file", file));
            }
            return null;
        }
        try {
            return BaselineFile.read(file);
        } catch (InvalidBaselineException e) {
            throw new InvalidInputException(Message.of(e), e);
        } catch (IOException e) {
            throw new InvalidInputException(Message.of(KnownViolations.class, "cannot-read", file, Message.of(e)), e);
        }
    }
}
