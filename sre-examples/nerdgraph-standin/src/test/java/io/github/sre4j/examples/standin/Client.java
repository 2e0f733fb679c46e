package io.github.sre4j.examples.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A client that asks as plainly as can be. */
final class Client {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final NerdGraphEmulator standin;

    Client(NerdGraphEmulator standin) {
        this.standin = standin;
    }

    HttpRequest.Builder request(String document, Map<String, ?> variables) {
        try {
            String body = MAPPER.writeValueAsString(Map.of("query", document, "variables", variables));
            return HttpRequest.newBuilder(standin.url())
                    .header("API-Key", standin.apiKey())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> admin(String method, String body) throws IOException, InterruptedException {
        URI admin = standin.url().resolve("/standin/misbehave");
        return send(HttpRequest.newBuilder(admin).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpClient http() {
        return http;
    }

    JsonNode ask(String document, Map<String, ?> variables) throws IOException, InterruptedException {
        return MAPPER.readTree(send(request(document, variables)).body());
    }

    JsonNode ask(String document) throws IOException, InterruptedException {
        return ask(document, Map.of());
    }

    /** The results of one NRQL query. */
    JsonNode nrql(String nrql) throws IOException, InterruptedException {
        return ask(
                        "query($q: Nrql!) { actor { account(id: 7) { a: nrql(query: $q, timeout: 60) { results } } } }",
                        Map.of("q", nrql))
                .at("/data/actor/account/a/results");
    }
}
