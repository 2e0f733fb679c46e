package io.github.sre4j.newrelic.nerdgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.newrelic.nerdgraph.CannedNerdGraph.Canned;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modules that are built at the same time share what New Relic allows, and what it has answered. */
class OneBuildTest {

    private static final int MODULES = 24;

    private static final String NOBODY =
            "{\"data\":{\"actor\":{\"entitySearch\":{\"results\":{\"nextCursor\":null,\"entities\":[]}}}}}";

    private final ExecutorService modules = Executors.newFixedThreadPool(MODULES);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private CannedNerdGraph server;

    @BeforeEach
    void start() throws Exception {
        server = CannedNerdGraph.answering(body -> Canned.ok(NOBODY));
    }

    @AfterEach
    void stop() {
        modules.shutdownNow();
        server.close();
    }

    @Test
    void no_more_than_five_requests_are_in_flight() throws Exception {
        CountDownLatch five = new CountDownLatch(BuildScope.IN_FLIGHT);
        server.answer(body -> {
            mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            five.countDown();
            await(five);
            inFlight.decrementAndGet();
            return Canned.ok(NOBODY);
        });
        BuildScope build = new BuildScope();
        ask(i -> new EntitySearch(server.client(build)).services("service" + i, OptionalLong.empty()));
        assertThat(server.asked()).hasSize(MODULES);
        assertThat(mostInFlight).hasValue(BuildScope.IN_FLIGHT);
    }

    @Test
    void what_several_ask_at_the_same_time_is_asked_once() throws Exception {
        BuildScope build = new BuildScope();
        ask(i -> new EntitySearch(server.client(build)).services("orders", OptionalLong.empty()));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void the_same_question_under_another_key_or_to_another_region_is_another_question() throws Exception {
        BuildScope build = new BuildScope();
        ask(i -> new EntitySearch(server.client(
                        build, Clock.systemUTC(), pause -> {}, "NRAK-" + (i % 2 == 0 ? "EVEN" : "ODD"), null))
                .services("orders", OptionalLong.empty()));
        assertThat(server.asked()).hasSize(2);
        try (CannedNerdGraph elsewhere = CannedNerdGraph.answering(body -> Canned.ok(NOBODY))) {
            new EntitySearch(elsewhere.client(build)).services("orders", OptionalLong.empty());
            assertThat(elsewhere.asked()).hasSize(1);
        }
    }

    @Test
    void a_failure_is_not_remembered() throws Exception {
        BuildScope build = new BuildScope();
        server.answer(body -> Canned.ok("{\"errors\":[{\"extensions\":{\"errorClass\":\"ACCESS_DENIED\"}}]}"));
        NerdGraph client = server.client(build);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new EntitySearch(client).services("orders", OptionalLong.empty())))
                .hasMessageStartingWith("the key has no access to this account;");
        server.answer(body -> Canned.ok(NOBODY));
        assertThat(new EntitySearch(client)
                        .services("orders", OptionalLong.empty())
                        .exact())
                .isEmpty();
    }

    private interface Module {
        void ask(int number) throws Exception;
    }

    private void ask(Module module) throws Exception {
        CountDownLatch ready = new CountDownLatch(MODULES);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < MODULES; i++) {
            int number = i;
            all.add(modules.submit(() -> {
                ready.countDown();
                ready.await();
                module.ask(number);
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get(60, TimeUnit.SECONDS);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
