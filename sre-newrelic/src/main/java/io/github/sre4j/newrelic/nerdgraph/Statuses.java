package io.github.sre4j.newrelic.nerdgraph;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException.Kind;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What HTTP statuses mean here. */
final class Statuses {

    private Statuses() {}

    /** The failure behind a status; empty for 200. */
    static Optional<NerdGraphException> failure(HttpResponse<byte[]> response, String host) {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> Optional.empty();
            case 401 -> failed(Kind.BAD_KEY, Advice.badKey());
            case 402 ->
                failed(Kind.NO_ACCESS, "New Relic answers 402: the account may not use this API; ask its owner");
            case 403 -> failed(Kind.NO_ACCESS, Advice.noAccess());
            case 407 ->
                failed(
                        Kind.NOT_NERDGRAPH,
                        "the proxy wants a login (407); put user and password into <proxies> of settings.xml, and for Basic logins start"
                                + " Maven with -Djdk.http.auth.tunneling.disabledSchemes=");
            case 429 -> failed(Kind.RATE_LIMITED, Advice.rateLimited());
            default ->
                status >= 500
                        ? failed(
                                Kind.SERVER,
                                "New Relic has trouble of its own (status " + status + "); try again later")
                        : failed(
                                Kind.NOT_NERDGRAPH,
                                "what answers at " + host + " is not NerdGraph (status " + status
                                        + "); check sre.nerdgraphUrl, the region and the proxy");
        };
    }

    /** How long the server asks to wait: seconds or a date; empty if it does not say. */
    static Optional<Duration> retryAfter(HttpResponse<byte[]> response, Clock clock) {
        return response.headers().firstValue("Retry-After").flatMap(text -> retryAfter(text.strip(), clock));
    }

    private static Optional<Duration> retryAfter(String text, Clock clock) {
        if (text.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            ZonedDateTime when = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), when.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<NerdGraphException> failed(Kind kind, String message) {
        return Optional.of(new NerdGraphException(kind, message));
    }
}
