package io.github.sre4j.examples.standin.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.examples.standin.events.EventStore;
import io.github.sre4j.examples.standin.http.HttpEndpoint;
import io.github.sre4j.examples.standin.http.HttpRequest;
import io.github.sre4j.examples.standin.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Listens for agents until closed; what they send goes into an event store or to a sink. */
public final class Collector implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Collector.class.getName());
    private static final String PATH = "/agent_listener/invoke_raw_method";
    private static final String JSON = "application/json";

    private final ObjectMapper mapper = new ObjectMapper();
    private final AgentProtocol protocol;
    private final HttpEndpoint endpoint;
    private final Path folder;
    private final Path certificate;

    private Collector(BiConsumer<String, Collection<Map<String, Object>>> sink, int account, int port)
            throws IOException, InterruptedException {
        this.protocol = new AgentProtocol(account, sink::accept);
        this.folder = Files.createTempDirectory("sre4j-collector");
        LoopbackCertificate made = LoopbackCertificate.make(folder);
        this.certificate = made.pem();
        this.endpoint = HttpEndpoint.start(made.sockets(), port, this::handle);
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     */
    public static Collector start(EventStore store, int account, int port) throws IOException, InterruptedException {
        return new Collector(store::append, account, port);
    }

    /**
     * Starts to listen, for whoever wants the rows themselves.
     *
     * @param sink takes an event type and its rows, from several threads
     * @param port 0 for any free one
     */
    public static Collector start(BiConsumer<String, Collection<Map<String, Object>>> sink, int account, int port)
            throws IOException, InterruptedException {
        return new Collector(sink, account, port);
    }

    public int port() {
        return endpoint.port();
    }

    /** The certificate that an agent must trust ({@code ca_bundle_path}), as PEM. */
    public Path certificate() {
        return certificate;
    }

    private Reply handle(HttpRequest request) {
        if (!request.path().equals(PATH)) {
            return Reply.of(404, JSON, "{}");
        }
        Map<String, String> query = query(request.query());
        String method = query.getOrDefault("method", "");
        try (InputStream body = decoded(request)) {
            JsonNode payload = mapper.readTree(body);
            Map<String, Object> reply = new HashMap<>();
            reply.put("return_value", protocol.call(method, query.getOrDefault("run_id", ""), payload));
            return Reply.of(200, JSON, mapper.writeValueAsString(reply));
        } catch (IOException | RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "what an agent sent by {0} was not understood: {1}",
                    method,
                    e.getMessage());
            return Reply.of(200, JSON, "{\"return_value\":null}");
        }
    }

    private static InputStream decoded(HttpRequest request) throws IOException {
        return switch (request.header("content-encoding").orElse("identity").toLowerCase(Locale.ROOT)) {
            case "gzip" -> new GZIPInputStream(request.body());
            case "deflate" -> new InflaterInputStream(request.body());
            default -> request.body();
        };
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    @Override
    public void close() {
        endpoint.close();
        try {
            Files.deleteIfExists(certificate);
            Files.deleteIfExists(folder.resolve("collector.p12"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} was not deleted", folder);
        }
    }
}
