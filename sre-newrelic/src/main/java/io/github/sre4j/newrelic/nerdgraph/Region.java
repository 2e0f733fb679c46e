package io.github.sre4j.newrelic.nerdgraph;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** A data centre of New Relic. */
public enum Region {
    /** United States. */
    US("https://api.newrelic.com/graphql"),
    /** Europe. */
    EU("https://api.eu.newrelic.com/graphql"),
    /** Japan. */
    JP("https://api.jp.newrelic.com/graphql"),
    /** FedRAMP. */
    GOV("https://gov-api.newrelic.com/graphql");

    private final URI endpoint;

    Region(String endpoint) {
        this.endpoint = URI.create(endpoint);
    }

    /** Where NerdGraph answers. */
    public URI endpoint() {
        return endpoint;
    }

    /**
     * Reads a region's name, in any case. A wrong one is refused: other tools take it for the US, and then a good key looks like a bad one.
     *
     * @throws IllegalArgumentException if there is no such region; the message names those there are
     */
    public static Region of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "us" -> US;
            case "eu" -> EU;
            case "jp" -> JP;
            case "gov", "fedramp" -> GOV;
            default ->
                throw new InvalidInputException(
                        Message.of(NerdGraphException.class, "region", name, List.of("us", "eu", "jp", "gov")));
        };
    }
}
