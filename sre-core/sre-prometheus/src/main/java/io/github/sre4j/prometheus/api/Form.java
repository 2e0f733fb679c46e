package io.github.sre4j.prometheus.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The parameters of a call. Not thread-safe. */
final class Form {

    private final StringBuilder text = new StringBuilder();

    /**
     * Returns the parameters of every call. Thanos answers from raw data or not at all, and VictoriaMetrics from its storage; other servers do not know
     * these parameters and ignore them.
     */
    static Form create() {
        return new Form()
                .put("dedup", "true")
                .put("partial_response", "false")
                .put("max_source_resolution", "0s")
                .put("nocache", "1");
    }

    Form put(String name, String value) {
        if (text.length() > 0) {
            text.append('&');
        }
        text.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    Form time(String name, Instant value) {
        return put(name, Long.toString(value.getEpochSecond()));
    }

    String text() {
        return text.toString();
    }
}
