package io.github.sre4j.adapter.spring;

import io.github.sre4j.live.LiveServiceLevel;
import io.github.sre4j.recorder.EndpointCounts;
import io.github.sre4j.recorder.RecordedInterval;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A service on a free port, asked by HTTP. */
final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningService start(WebApplicationType type, Class<?> routes, String... arguments) {
        SpringApplication application = new SpringApplication(routes);
        application.setWebApplicationType(type);
        application.setLogStartupInfo(false);
        if (type == WebApplicationType.REACTIVE) {
            // The server that WebFlux services have, also where that of Spring MVC is on the class path.
            application.addInitializers(context ->
                    ((GenericApplicationContext) context).registerBean("reactiveWebServerFactory", nettyFactory()));
        }
        String[] all = new String[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        all[0] = "--server.port=0";
        all[1] = "--management.endpoints.web.exposure.include=sre";
        all[2] = "--spring.main.banner-mode=off";
        return new RunningService(application.run(all));
    }

    /** Returns the factory of Netty servers, which Spring Boot 4 has in another package than 3. */
    private static Class<?> nettyFactory() {
        for (String place : List.of("reactor.netty", "web.embedded.netty")) {
            try {
                return Class.forName("org.springframework.boot." + place + ".NettyReactiveWebServerFactory");
            } catch (ClassNotFoundException e) {
                // It is the other one.
            }
        }
        throw new AssertionError("no Netty on the class path");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        // A client for each request: no connection is used that the server is about to close.
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    boolean contains(Class<?> type) {
        return context.getBeanNamesForType(type).length > 0;
    }

    /** Returns requests and errors by endpoint once that many requests were recorded: an answer is sent before its request is recorded. */
    Map<String, String> counts(int requests) throws InterruptedException {
        BlockingQueue<RecordedInterval> intervals = new LinkedBlockingQueue<>();
        LiveServiceLevel live = bean(LiveServiceLevel.class);
        live.recorder().onInterval(intervals::add);
        Map<String, long[]> sums = new TreeMap<>();
        long seen = 0;
        while (seen < requests) {
            live.recorder().cut();
            RecordedInterval interval = intervals.poll(1, TimeUnit.MINUTES);
            if (interval == null) {
                throw new AssertionError("no interval within a minute");
            }
            for (EndpointCounts counts : interval.endpoints()) {
                long[] sum = sums.computeIfAbsent(counts.name().value(), name -> new long[2]);
                sum[0] += counts.requests();
                sum[1] += counts.errors();
            }
            seen += interval.requests();
        }
        Map<String, String> shown = new TreeMap<>();
        sums.forEach((name, sum) -> shown.put(name, sum[0] + " requests, " + sum[1] + " errors"));
        return shown;
    }

    @Override
    public void close() {
        context.close();
    }
}
