package io.github.sre4j.newrelic.nerdgraph;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException.Kind;
import io.github.sre4j.text.Message;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What HTTP statuses mean here. */
final class HttpStatusErrors {

    private HttpStatusErrors() {}

    /** The failure behind a status; empty for 200. */
    static Optional<NerdGraphException> failure(HttpResponse<byte[]> response, String host) {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> Optional.empty();
            case 401 -> failed(Kind.BAD_KEY, ErrorMessages.badKey());
            case 402 -> failed(Kind.NO_ACCESS, Message.of(NerdGraphException.class, "status-402"));
            case 403 -> failed(Kind.NO_ACCESS, ErrorMessages.noAccess());
            case 407 -> failed(Kind.NOT_NERDGRAPH, Message.of(NerdGraphException.class, "proxy-login"));
            case 429 -> failed(Kind.RATE_LIMITED, ErrorMessages.rateLimited());
            default ->
                status >= 500
                        ? failed(Kind.SERVER, Message.of(NerdGraphException.class, "trouble", Integer.toString(status)))
                        : failed(
                                Kind.NOT_NERDGRAPH,
                                Message.of(NerdGraphException.class, "other-status", host, Integer.toString(status)));
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

    private static Optional<NerdGraphException> failed(Kind kind, Message message) {
        return Optional.of(new NerdGraphException(kind, message));
    }
}
