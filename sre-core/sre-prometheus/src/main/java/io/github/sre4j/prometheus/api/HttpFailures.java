package io.github.sre4j.prometheus.api;

import io.github.sre4j.prometheus.api.PrometheusException.Kind;
import io.github.sre4j.telemetry.http.ResponseSizeException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The meaning of statuses, error texts and exceptions. */
final class HttpFailures {

    /** Texts of Prometheus, Mimir, Thanos and VictoriaMetrics about queries that smaller ones would replace. */
    private static final Pattern LIMIT = Pattern.compile(
            "too many samples|too many points|max-samples|maximum resolution|too long query|maxquerylen|query length|exceeds the limit"
                    + "|max(?:imum)? number of|limit.{0,20}exceeded|exceeded.{0,40}limit|maxuniquetimeseries|too many (?:time)?series|expression size",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIMEOUT = Pattern.compile(
            "context deadline exceeded|query timed out|timeout exceeded|timeout of|maxqueryduration",
            Pattern.CASE_INSENSITIVE);

    private static final int SHOWN = 300;

    private HttpFailures() {}

    /**
     * Returns the failure behind a status.
     *
     * @param error the error of the API; empty if the body is none of its documents
     */
    static PrometheusException ofStatus(int status, Optional<String> error, ServerAddress server) {
        String text = error.map(server.credentials()::redact)
                .map(given -> given.length() > SHOWN ? given.substring(0, SHOWN) + "…" : given)
                .orElse("");
        if (status == 401 || status == 403) {
            return PrometheusException.of(Kind.CREDENTIALS, "credentials", server.host(), Integer.toString(status));
        }
        if (status == 407) {
            return PrometheusException.of(Kind.NOT_PROMETHEUS, "proxy-login");
        }
        if (status == 429) {
            return PrometheusException.of(Kind.RATE_LIMITED, "rate-limited", server.host());
        }
        if (error.isPresent() && TIMEOUT.matcher(text).find()) {
            return PrometheusException.of(Kind.QUERY_TIMEOUT, "query-timeout", server.host());
        }
        if (error.isPresent() && LIMIT.matcher(text).find()) {
            return PrometheusException.of(Kind.LIMIT, "limit", server.host(), text);
        }
        if (status >= 500) {
            return PrometheusException.of(Kind.SERVER, "trouble", server.host(), Integer.toString(status));
        }
        if (error.isPresent() && (status == 400 || status == 422)) {
            return PrometheusException.of(Kind.BAD_QUERY, "bad-query", server.host(), text);
        }
        return PrometheusException.of(
                Kind.NOT_PROMETHEUS, "other-status", server.call("query").toString(), Integer.toString(status));
    }

    static PrometheusException ofException(IOException e, ServerAddress server) {
        if (causedBy(e, UnknownHostException.class) != null || causedBy(e, UnresolvedAddressException.class) != null) {
            return unreachable("unreachable.host-name", e, server);
        }
        if (causedBy(e, ResponseSizeException.class) instanceof ResponseSizeException large) {
            return new PrometheusException(
                    Kind.LIMIT,
                    Message.of(PrometheusException.class, "answer-too-large", server.host(), large.maxBytes() >> 20),
                    e);
        }
        Throwable untrusted = causedBy(e, SSLException.class);
        if (untrusted != null) {
            return new PrometheusException(
                    Kind.UNREACHABLE,
                    Message.of(
                            PrometheusException.class,
                            "unreachable.untrusted",
                            server.host(),
                            String.valueOf(untrusted.getMessage())),
                    e);
        }
        if (causedBy(e, ConnectException.class) != null) {
            return unreachable("unreachable.refused", e, server);
        }
        return e instanceof HttpTimeoutException
                ? unreachable("unreachable.in-time", e, server)
                : unreachable("unreachable.broken-off", e, server);
    }

    /** Returns the time a server asks to wait: seconds or a date; empty if it asks for none. */
    static Optional<Duration> retryAfter(HttpResponse<?> response, Clock clock) {
        return response.headers().firstValue("Retry-After").flatMap(text -> retryAfter(text.strip(), clock));
    }

    private static Optional<Duration> retryAfter(String text, Clock clock) {
        if (text.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            ZonedDateTime until =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH));
            Duration wait = Duration.between(clock.instant(), until.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Throwable causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return cause;
            }
        }
        return null;
    }

    private static PrometheusException unreachable(String key, Exception cause, ServerAddress server) {
        return new PrometheusException(
                Kind.UNREACHABLE, Message.of(PrometheusException.class, key, server.host()), cause);
    }
}
