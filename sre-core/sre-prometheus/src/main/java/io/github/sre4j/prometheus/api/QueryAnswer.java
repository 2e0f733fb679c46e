package io.github.sre4j.prometheus.api;

import java.util.List;

/**
 * The answer to a query.
 *
 * @param series its series
 * @param texts its texts, where names or values of labels were asked for
 * @param warnings warnings of the server
 */
public record QueryAnswer(List<SampleSeries> series, List<String> texts, List<String> warnings) {

    /** Copies the lists. */
    public QueryAnswer {
        series = List.copyOf(series);
        texts = List.copyOf(texts);
        warnings = List.copyOf(warnings);
    }
}
