package io.github.sre4j.maven;

import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.yaml.InvalidConfigException;
import io.github.sre4j.standard.yaml.ProductYaml;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads the product's own file, if it has one. */
final class ProductFinder {

    /** The file's name where a module does not give another. */
    static final String FILE_NAME = "sre.yaml";

    private ProductFinder() {}

    static Product find(Path file, LocalDate today, Standard standard) throws MojoExecutionException {
        if (Files.isRegularFile(file)) {
            try {
                return ProductYaml.read(file.toString(), Files.readAllBytes(file), today, standard);
            } catch (InvalidConfigException e) {
                throw GoalException.of("product-invalid", String.valueOf(file.getFileName()), Message.of(e));
            } catch (IOException e) {
                throw GoalException.of("cannot-read", file, Message.of(e));
            }
        }
        if (!file.getFileName().toString().equals(FILE_NAME)) {
            throw GoalException.of("no-product-file", file);
        }
        return Product.NOT_CONFIGURED;
    }
}
