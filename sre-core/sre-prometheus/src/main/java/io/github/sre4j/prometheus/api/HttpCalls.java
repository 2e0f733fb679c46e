package io.github.sre4j.prometheus.api;

import io.github.sre4j.prometheus.api.PrometheusException.Kind;
import io.github.sre4j.telemetry.http.BoundedExchange;
import io.github.sre4j.telemetry.http.ExchangeLimits;
import io.github.sre4j.telemetry.provider.ProxySettings;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Single HTTP calls, bounded in time and size. Thread-safe. */
final class HttpCalls {

    /** The server is asked to give up a query after so long, and an answer is waited for a little longer. */
    static final Duration QUERY = Duration.ofMinutes(1);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration STANDSTILL = Duration.ofSeconds(10);
    private static final Duration TOTAL = Duration.ofMinutes(2);
    private static final long MAX_BYTES = 128L << 20;
    private static final long MAX_UNPACKED = 1L << 30;
    private static final String USER_AGENT = "sre4j/0.1 (+https://github.com/sre4j/sre4j)";

    private final ServerAddress server;
    private final HttpClient client;

    HttpCalls(ServerAddress server) {
        this.server = server;
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER);
        ProxySettings proxy = server.proxy();
        if (proxy != null) {
            builder.proxy(proxy.selector());
            if (proxy.user() != null && proxy.password() != null) {
                builder.authenticator(new ProxyCredentials(proxy.user(), proxy.password()));
            }
        }
        this.client = builder.build();
    }

    /** Sends a form: expressions are longer than addresses may be. */
    HttpResponse<byte[]> post(String path, Form form, Duration longest) throws PrometheusException {
        return send(
                HttpRequest.newBuilder(server.call(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.text(), StandardCharsets.US_ASCII)),
                longest);
    }

    /** Asks for what has no form: the values of a label. */
    HttpResponse<byte[]> get(String path, Form form, Duration longest) throws PrometheusException {
        return send(
                HttpRequest.newBuilder(URI.create(server.call(path) + "?" + form.text()))
                        .GET(),
                longest);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, Duration longest) throws PrometheusException {
        request.header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", USER_AGENT);
        server.credentials().header().ifPresent(value -> request.header("Authorization", value));
        server.tenantHeader().ifPresent(value -> request.header("X-Scope-OrgID", value));
        ExchangeLimits limits = new ExchangeLimits(
                shorter(QUERY.plusSeconds(5), longest), STANDSTILL, shorter(TOTAL, longest), MAX_BYTES);
        try {
            return BoundedExchange.send(client, request.build(), limits);
        } catch (IOException e) {
            throw HttpFailures.ofException(e, server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PrometheusException.of(Kind.UNREACHABLE, "unreachable.interrupted", server.host());
        }
    }

    /** Returns the body of an answer, unpacked. */
    static InputStream body(HttpResponse<byte[]> response) throws IOException {
        InputStream body = new ByteArrayInputStream(response.body());
        return response.headers()
                        .firstValue("Content-Encoding")
                        .filter("gzip"::equalsIgnoreCase)
                        .isPresent()
                ? new Unpacked(new GZIPInputStream(body, 1 << 16))
                : body;
    }

    /** Returns whether an answer was cut off. */
    static boolean isCutOff(IOException e) {
        return e instanceof EOFException
                || e instanceof ZipException
                || e instanceof com.fasterxml.jackson.core.io.JsonEOFException
                || "cut-off".equals(e.getMessage());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** Ends after so many bytes: a few packed ones may be very many. */
    private static final class Unpacked extends FilterInputStream {

        private long left = MAX_UNPACKED;

        Unpacked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return count(read < 0 ? -1 : 1) < 0 ? -1 : read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return count(super.read(into, from, length));
        }

        private int count(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("too-large");
            }
            return read;
        }
    }

    /** Logs in to the proxy, and to nothing else. */
    private static final class ProxyCredentials extends Authenticator {

        private final String user;
        private final String password;

        ProxyCredentials(String user, String password) {
            this.user = user;
            this.password = password;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(user, password.toCharArray())
                    : null;
        }
    }
}
