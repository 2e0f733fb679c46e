package io.github.sre4j.maven;

import io.github.sre4j.check.file.KnownViolations;
import io.github.sre4j.check.file.ProductFile;
import io.github.sre4j.check.file.StandardFile;
import io.github.sre4j.check.file.StandardFile.Located;
import io.github.sre4j.lint.Lint;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The files that a lint reads.
 *
 * @param product the product's own, which may be missing
 * @param standard what the build calls its standard
 * @param base the module's folder
 * @param baseline the baseline, which may be missing
 */
record LintFiles(Path product, String standard, Path base, Path baseline) {

    private static final String BUILT_IN = "default";

    boolean hasProduct() {
        return Files.isRegularFile(product);
    }

    /** Whether any is there; fails if the build names one that is not. */
    boolean any() throws MojoExecutionException {
        if (!hasProduct()) {
            ProductFile.find(product, LocalDate.MIN, DefaultStandard.get());
        }
        if (!Files.exists(baseline)) {
            KnownViolations.find(baseline);
        }
        return hasProduct() || Files.exists(baseline) || !standard.equals(BUILT_IN);
    }

    /** Reads what is there. */
    void tell(Lint lint, Function<Path, String> shown) throws MojoExecutionException {
        try {
            if (!standard.equals(BUILT_IN)) {
                standard(lint, shown);
            }
            if (hasProduct()) {
                lint.product(shown.apply(product), Files.readAllBytes(product));
            }
            if (Files.exists(baseline)) {
                lint.baseline(shown.apply(baseline), new String(Files.readAllBytes(baseline), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw GoalException.of("file-unreadable", Message.of(e));
        }
    }

    private void standard(Lint lint, Function<Path, String> shown) throws IOException, MojoExecutionException {
        Located found = StandardFile.locate(standard, base).orElse(null);
        if (found == null) {
            // Says what was looked for, and where.
            StandardFile.find(standard, base);
            return;
        }
        String name = found.file() == null ? "classpath:" + found.name() : shown.apply(found.file());
        lint.standard(name, found.content(), other -> StandardFile.find(other, base, 2));
    }
}
