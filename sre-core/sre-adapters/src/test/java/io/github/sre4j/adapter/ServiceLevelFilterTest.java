package io.github.sre4j.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.adapter.servlet.ServiceLevelFilter;
import io.github.sre4j.recorder.EndpointCounts;
import io.github.sre4j.recorder.RecordedInterval;
import io.github.sre4j.recorder.SliRecorder;
import io.github.sre4j.sli.EndpointName;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a container does, step by step; the embedded example runs in a real one. */
class ServiceLevelFilterTest {

    private static final String PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    private long now;
    private final SliRecorder recorder = SliRecorder.builder().ticker(() -> now).build();
    private final ServiceLevelFilter filter = new ServiceLevelFilter(recorder);

    private final Map<Object, Object> attributes = new HashMap<>(Map.of(PATTERN, "/owners/{ownerId}"));
    private final List<AsyncListener> waiting = new ArrayList<>();
    private int status = 200;
    private boolean async;
    private boolean completed;

    private final HttpServletRequest request = fake(HttpServletRequest.class, (self, method, arguments) -> {
        switch (method.getName()) {
            case "getAttribute":
                return attributes.get(arguments[0]);
            case "setAttribute":
                return attributes.put(arguments[0], arguments[1]);
            case "getMethod":
                return "GET";
            case "isAsyncStarted":
                return async;
            case "getAsyncContext":
                if (completed) {
                    throw new IllegalStateException("not asynchronous");
                }
                return context();
            default:
                throw new UnsupportedOperationException(method.getName());
        }
    });
    private final HttpServletResponse response = fake(HttpServletResponse.class, (self, method, arguments) -> status);

    @Test
    void a_request_is_recorded_by_its_matched_route_with_its_duration() throws Exception {
        filter.doFilter(request, response, (in, out) -> now += 5_000_000);
        assertThat(only().name()).isEqualTo(new EndpointName("WebTransaction/SpringController/owners/{ownerId} (GET)"));
    }

    @Test
    void a_request_counts_once_however_often_it_passes() throws Exception {
        filter.doFilter(request, response, (in, out) -> filter.doFilter(in, out, (in2, out2) -> now += 5_000_000));
        EndpointCounts counts = only();
        assertThat(counts.requests()).isEqualTo(1);
        assertThat(counts.errors()).isZero();
        assertThat(counts.max()).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void statuses_from_500_and_exceptions_are_errors_and_the_exception_goes_on() throws Exception {
        status = 404;
        filter.doFilter(request, response, (in, out) -> {});
        attributes.keySet().retainAll(List.of(PATTERN));
        status = 500;
        filter.doFilter(request, response, (in, out) -> {});
        attributes.keySet().retainAll(List.of(PATTERN));
        status = 200;
        FilterChain broken = (in, out) -> {
            throw new ServletException("broken");
        };
        assertThatThrownBy(() -> filter.doFilter(request, response, broken)).hasMessage("broken");
        EndpointCounts counts = only();
        assertThat(counts.requests()).isEqualTo(3);
        assertThat(counts.errors()).isEqualTo(2);
    }

    @Test
    void an_asynchronous_request_lasts_until_it_is_complete() throws Exception {
        filter.doFilter(request, response, (in, out) -> async = true);
        assertThat(recorder.cut().requests()).isZero();
        now += 80_000_000;
        waiting.get(0).onComplete(new AsyncEvent(context()));
        EndpointCounts counts = only();
        assertThat(counts.errors()).isZero();
        assertThat(counts.max()).isEqualTo(Duration.ofMillis(80));
    }

    @Test
    void an_asynchronous_request_that_times_out_is_an_error_even_if_it_is_answered() throws Exception {
        filter.doFilter(request, response, (in, out) -> async = true);
        waiting.get(0).onTimeout(new AsyncEvent(context()));
        waiting.get(0).onComplete(new AsyncEvent(context()));
        assertThat(only().errors()).isEqualTo(1);
    }

    @Test
    void an_asynchronous_request_that_completes_before_anybody_can_listen_is_recorded_and_not_broken()
            throws Exception {
        filter.doFilter(request, response, (in, out) -> {
            async = true;
            completed = true;
        });
        assertThat(only().requests()).isEqualTo(1);
    }

    @Test
    @SuppressWarnings("NullAway") // what a service's own code may do
    void a_naming_that_fails_or_names_nothing_does_not_reach_the_request() throws Exception {
        new ServiceLevelFilter(recorder, (in, out) -> null).doFilter(request, response, (in, out) -> {});
        attributes.keySet().retainAll(List.of(PATTERN));
        new ServiceLevelFilter(recorder, (in, out) -> {
                    throw new IllegalStateException("no name");
                })
                .doFilter(request, response, (in, out) -> {});
        EndpointCounts counts = only();
        assertThat(counts.name()).isEqualTo(SliRecorder.OVERFLOW);
        assertThat(counts.requests()).isEqualTo(2);
    }

    private AsyncContext context() {
        return fake(
                AsyncContext.class,
                (self, method, arguments) ->
                        method.getName().equals("addListener") ? waiting.add((AsyncListener) arguments[0]) : null);
    }

    private EndpointCounts only() {
        RecordedInterval interval = recorder.cut();
        assertThat(interval.endpoints()).hasSize(1);
        return interval.endpoints().iterator().next();
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
