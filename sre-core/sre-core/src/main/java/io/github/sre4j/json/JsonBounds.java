package io.github.sre4j.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sre4j.text.BoundedDecimal;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Bounds of numbers and dates in files that may come from anyone. Stateless and thread-safe. */
public final class JsonBounds {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9_999;

    private JsonBounds() {}

    /**
     * A number with which arithmetic would not end in reasonable time.
     *
     * @param line its line, from 1
     * @param key the key it belongs to; empty at the top
     */
    public record ExtremeNumber(int line, String key) {}

    /**
     * Returns the first number of a document that is out of bounds; empty if there is none.
     *
     * @param json the document
     * @throws IOException if it is no JSON
     */
    public static Optional<ExtremeNumber> firstExtremeNumber(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric() && BoundedDecimal.parse(parser.getText()).isEmpty()) {
                    String key = parser.currentName();
                    return Optional.of(
                            new ExtremeNumber(parser.currentTokenLocation().getLineNr(), key == null ? "" : key));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Parses a date between the years {@value #FIRST_YEAR} and {@value #LAST_YEAR}.
     *
     * @throws DateTimeException if it is no date
     * @throws IllegalArgumentException if its year is another
     */
    public static LocalDate date(String text) {
        return bounded(LocalDate.parse(text));
    }

    /**
     * Parses an instant between the years {@value #FIRST_YEAR} and {@value #LAST_YEAR}.
     *
     * @throws DateTimeException if it is no instant
     * @throws IllegalArgumentException if its year is another
     */
    public static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        bounded(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        return instant;
    }

    private static LocalDate bounded(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new InvalidInputException(Message.of(
                    JsonBounds.class,
                    "year",
                    date.toString(),
                    Integer.toString(FIRST_YEAR),
                    Integer.toString(LAST_YEAR)));
        }
        return date;
    }
}
