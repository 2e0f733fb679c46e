package io.github.sre4j.telemetry.events;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.telemetry.RequestTraits;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Counts verbs, statuses and URIs of the requests of one name. Not thread-safe. */
final class TraitsTally {

    /** The attributes of New Relic's agents, old and new, and of OpenTelemetry. */
    static final Set<String> METHOD = Set.of("request.method", "http.method", "http.request.method");

    static final Set<String> STATUS = Set.of(
            "http.statusCode", "httpResponseCode", "response.status", "http.status_code", "http.response.status_code");
    static final Set<String> URI = Set.of("request.uri", "http.target", "url.path");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int MAX_STATUS_DIGITS = 3;

    private RequestTraits counted = RequestTraits.UNKNOWN;

    /** Counts a row. */
    void add(Optional<String> method, Optional<String> status, Optional<String> uri) {
        Optional<Integer> code = status.filter(TraitsTally::isStatus).map(Integer::valueOf);
        counted = counted.plus(new RequestTraits(
                method.isPresent() ? 1 : 0,
                method.filter(verb -> !READING.contains(verb)).isPresent() ? 1 : 0,
                code.isPresent() ? 1 : 0,
                code.filter(value -> value >= FIRST_SERVER_ERROR).isPresent() ? 1 : 0,
                uri.isPresent() ? 1 : 0,
                uri.filter(Endpoint::isPlatformUri).isPresent() ? 1 : 0));
    }

    /** Counts a plain row: one without escapes, in which the bytes of a key in quotes stand nowhere but as a key. */
    void add(byte[] bytes, int from, int to) {
        String row = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        add(first(row, METHOD), first(row, STATUS), first(row, URI));
    }

    void merge(TraitsTally other) {
        counted = counted.plus(other.counted);
    }

    RequestTraits traits() {
        return counted;
    }

    private static boolean isStatus(String text) {
        return text.length() == MAX_STATUS_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<String> first(String row, Set<String> keys) {
        for (String key : keys) {
            int at = row.indexOf("\"" + key + "\":");
            if (at >= 0) {
                return Optional.of(value(row, at + key.length() + 3));
            }
        }
        return Optional.empty();
    }

    private static String value(String row, int from) {
        int begin = row.charAt(from) == ' ' ? from + 1 : from;
        boolean quoted = row.charAt(begin) == '"';
        int start = quoted ? begin + 1 : begin;
        int end = start;
        while (end < row.length() && (quoted ? row.charAt(end) != '"' : ",} ".indexOf(row.charAt(end)) < 0)) {
            end++;
        }
        return row.substring(start, end);
    }
}
