package io.github.sre4j.examples.prometheus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Sends requests to the service, a few at a time, for so many seconds. */
public final class Load {

    private static final List<String> PATHS = List.of("/orders/1", "/orders", "/orders/2", "/orders/3");

    private Load() {}

    /** Arguments: the address, and the seconds. */
    public static void main(String[] args) throws InterruptedException {
        long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000_000L;
        List<Thread> users = List.of(user(args[0], end), user(args[0], end), user(args[0], end), user(args[0], end));
        users.forEach(Thread::start);
        for (Thread user : users) {
            user.join();
        }
    }

    private static Thread user(String address, long end) {
        return new Thread(() -> {
            HttpClient client = HttpClient.newHttpClient();
            try {
                for (int i = 0; System.nanoTime() < end; i++) {
                    HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(address + (i % 5 == 4 ? "/orders" : PATHS.get(i % PATHS.size()))));
                    client.send(
                            i % 5 == 4 ? request.POST(BodyPublishers.noBody()).build() : request.build(),
                            BodyHandlers.discarding());
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
