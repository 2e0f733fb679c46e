package io.github.sre4j.newrelic.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/** One NerdGraph over several stand-ins, each of which is an account: 1, 2, … The account after the last refuses access. */
final class SeveralAccounts implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<NerdGraphEmulator> accounts;
    private final HttpClient client = HttpClient.newHttpClient();

    SeveralAccounts(List<NerdGraphEmulator> accounts) throws IOException {
        this.accounts = accounts;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/graphql", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/graphql");
    }

    private void answer(HttpExchange exchange) throws IOException {
        ObjectNode asked = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        String text;
        if (asked.path("query").asText().contains("accounts { id }")) {
            StringBuilder ids = new StringBuilder();
            for (int id = 1; id <= accounts.size() + 1; id++) {
                ids.append(id == 1 ? "" : ",").append("{\"id\":").append(id).append('}');
            }
            text = "{\"data\":{\"actor\":{\"accounts\":[" + ids + "]}}}";
        } else {
            int account = asked.path("variables").path("account").asInt();
            text = account > accounts.size() ? """
                    {"data":{"actor":{"account":null}},"errors":[{"message":"Not authorized","path":["actor","account"],
                     "extensions":{"errorClass":"ACCESS_DENIED"}}]}""" : passedOn(asked, accounts.get(account - 1), exchange);
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String passedOn(ObjectNode asked, NerdGraphEmulator standin, HttpExchange exchange) throws IOException {
        ((ObjectNode) asked.path("variables")).put("account", standin.account());
        HttpRequest request = HttpRequest.newBuilder(standin.url())
                .header("API-Key", exchange.getRequestHeaders().getFirst("API-Key"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked.toString()))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
