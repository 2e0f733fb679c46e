package io.github.sre4j.check.file;

import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.yaml.InvalidConfigException;
import io.github.sre4j.standard.yaml.ProductYaml;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The product's own file. */
public final class ProductFile {

    /** The file's name where a build does not give another. */
    public static final String NAME = "sre.yaml";

    private ProductFile() {}

    /**
     * Reads the file.
     *
     * @param file the file, which may be missing if it is called {@value #NAME}
     * @param today the day of the check (UTC)
     * @param standard the standard
     * @return the product; {@link Product#NOT_CONFIGURED} if the file is missing
     * @throws IllegalArgumentException if it is not valid, cannot be read, or is missing although it is named
     */
    public static Product find(Path file, LocalDate today, Standard standard) {
        if (Files.isRegularFile(file)) {
            try {
                return ProductYaml.read(file.toString(), Files.readAllBytes(file), today, standard);
            } catch (InvalidConfigException e) {
                throw new InvalidInputException(
                        message("product-invalid", String.valueOf(file.getFileName()), Message.of(e)), e);
            } catch (IOException e) {
                throw new InvalidInputException(message("cannot-read", file, Message.of(e)), e);
            }
        }
        if (!file.getFileName().toString().equals(NAME)) {
            throw new InvalidInputException(message("no-product-file", file));
        }
        return Product.NOT_CONFIGURED;
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(ProductFile.class, key, arguments);
    }
}
