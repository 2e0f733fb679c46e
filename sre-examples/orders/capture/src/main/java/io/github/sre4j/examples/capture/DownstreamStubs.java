package io.github.sre4j.examples.capture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** The services that the order service calls, in a process of their own: they wait for as long as stated here, then answer. */
public final class DownstreamStubs {
    private static final String TWO_SCANS = "{\"scans\":[\"departed\",\"arrived\"],\"next\":";

    private final HttpServer server;

    private DownstreamStubs(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        server.setExecutor(Executors.newCachedThreadPool());
    }

    /** Takes the port. Ends when standard input does, so that no partner outlives the capture. */
    public static void main(String[] args) throws IOException {
        DownstreamStubs partners = new DownstreamStubs(Integer.parseInt(args[0]));
        partners.answer("/pricing/prices/", 220, 30, uri -> "{\"amount\":12.50}");
        partners.answer("/stock/levels/", 190, 30, uri -> "{\"available\":7}");
        partners.answer("/stock/reservations", 230, 30, uri -> "{\"id\":\"r-1\"}");
        partners.answer("/delivery/estimates/", 240, 30, uri -> "{\"days\":3}");
        partners.answer("/payments/authorizations", 380, 50, uri -> "{\"reference\":\"p-1\"}");
        partners.answer("/tracking/oauth/token", 80, 10, uri -> "{\"value\":\"once\"}");
        partners.answer("/tracking/shipments/", 140, 20, DownstreamStubs::page);
        // The third party: half of its answers take more than 0.7 s, one in six more than a second.
        partners.answerLogNormal("/carrier/v2/quotes", 700, 0.4, uri -> "{\"amount\":4.90,\"service\":\"standard\"}");
        partners.server.start();
        while (System.in.read() >= 0) {
            // Only its end means anything.
        }
        partners.server.stop(0);
        System.exit(0);
    }

    /** Four pages: start, b, c, d. */
    private static String page(URI uri) {
        String query = uri.getQuery();
        String cursor = query == null ? "" : query.substring(query.indexOf('=') + 1);
        return switch (cursor) {
            case "start" -> TWO_SCANS + "\"b\"}";
            case "b" -> TWO_SCANS + "\"c\"}";
            case "c" -> TWO_SCANS + "\"d\"}";
            default -> TWO_SCANS + "null}";
        };
    }

    private void answer(String path, double meanMillis, double deviationMillis, Function<URI, String> body) {
        server.createContext(path, exchange -> {
            double gauss = ThreadLocalRandom.current().nextGaussian();
            reply(exchange, Math.max(meanMillis / 2, meanMillis + deviationMillis * gauss), body);
        });
    }

    private void answerLogNormal(String path, double medianMillis, double sigma, Function<URI, String> body) {
        server.createContext(path, exchange -> {
            double gauss = ThreadLocalRandom.current().nextGaussian();
            reply(exchange, medianMillis * Math.exp(sigma * gauss), body);
        });
    }

    private static void reply(HttpExchange exchange, double millis, Function<URI, String> body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            Thread.sleep((long) millis);
            byte[] bytes = body.apply(exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
