package io.github.sre4j.examples.standin;

import io.github.sre4j.examples.standin.graphql.Asked;
import java.util.List;
import java.util.Map;

/**
 * An HTTP request that the stand-in got.
 *
 * @param headers by name in lower case, without the API key
 * @param body as it came
 * @param nrql the queries in it that were looked at, in order
 */
public record RecordedRequest(String path, Map<String, String> headers, String body, List<Asked> nrql) {
    public RecordedRequest {
        headers = Map.copyOf(headers);
        nrql = List.copyOf(nrql);
    }
}
