package io.github.sre4j.telemetry.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that send their headers and then misbehave. */
@Timeout(20)
class BoundedExchangeTest {

    private static final ExchangeLimits LIMITS =
            new ExchangeLimits(Duration.ofSeconds(10), Duration.ofMillis(300), Duration.ofSeconds(10), 100_000);

    private final CountDownLatch over = new CountDownLatch(1);
    private Server server;

    private interface Body {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    /** Answers one request with these bytes. */
    private final class Server implements AutoCloseable {

        private final ServerSocket socket;

        Server(Body body) throws IOException {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(() -> serve(body), "server");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve(Body body) {
            try (Socket client = socket.accept()) {
                client.getInputStream().read(new byte[8192]);
                body.write(client.getOutputStream());
            } catch (IOException | InterruptedException e) {
                // the client went away, as it should
                over.countDown();
            }
        }

        HttpRequest request() {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"))
                    .build();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        server.close();
    }

    private byte[] exchange(ExchangeLimits limits, Body body) throws IOException, InterruptedException {
        server = new Server(body);
        return BoundedExchange.send(HttpClient.newHttpClient(), server.request(), limits)
                .body();
    }

    private static byte[] head(String length) {
        return ("HTTP/1.1 200 OK\r\n" + length + "\r\n\r\n").getBytes(US_ASCII);
    }

    @Test
    void returns_the_whole_body() throws Exception {
        byte[] body = exchange(LIMITS, out -> {
            out.write(head("Content-Length: 5"));
            out.write("hello".getBytes(US_ASCII));
        });
        assertThat(new String(body, US_ASCII)).isEqualTo("hello");
    }

    @Test
    void ends_when_body_stands_still() {
        assertThatThrownBy(() -> exchange(LIMITS, out -> {
                    out.write(head("Content-Length: 100"));
                    out.write('{');
                    out.flush();
                    over.await();
                }))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessage("the response stopped before its end");
    }

    @Test
    void ends_without_headers() {
        ExchangeLimits limits = ExchangeLimits.of(Duration.ofMillis(300), 100);
        assertThatThrownBy(() -> exchange(limits, out -> over.await()))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessage("no response within 300 ms");
    }

    @Test
    void ends_when_body_drips_beyond_total() {
        ExchangeLimits limits =
                new ExchangeLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(400), 100_000);
        assertThatThrownBy(() -> exchange(limits, out -> {
                    out.write(head("Content-Length: 100000"));
                    while (!over.await(5, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                        out.write(' ');
                        out.flush();
                    }
                }))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void rejects_body_without_end() {
        assertThatThrownBy(() -> exchange(LIMITS, out -> {
                    out.write(head("Transfer-Encoding: chunked"));
                    while (true) {
                        out.write("1000\r\n".getBytes(US_ASCII));
                        out.write(new byte[4096]);
                        out.write("\r\n".getBytes(US_ASCII));
                    }
                }))
                .isInstanceOf(ResponseSizeException.class)
                .hasMessage("the response is larger than 100,000 bytes");
    }

    @Test
    void reports_connection_that_breaks_off() {
        assertThatThrownBy(() -> exchange(LIMITS, out -> out.write(head("Content-Length: 100"))))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void rejects_limit_of_zero() throws IOException {
        server = new Server(out -> {});
        assertThatThrownBy(() -> ExchangeLimits.of(Duration.ZERO, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
