package io.github.sre4j.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.code.HandlerGap;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControllerSpansTest {

    private static final EndpointName ENDPOINT = new EndpointName("GET /x");

    @Test
    void takes_the_method_of_the_controller_span() {
        SourceIndex index =
                ControllerSpans.addTo(new Routeless("acme.Pens"), ENDPOINT, evidence("acme.Pens", "acme.Pens"));
        assertThat(index).isInstanceOf(Informed.class);
    }

    @Test
    void takes_no_method_on_which_traces_disagree() {
        SourceIndex index = new Routeless("acme.Pens");
        assertThat(ControllerSpans.addTo(index, ENDPOINT, evidence("acme.Pens", "acme.Inks")))
                .isSameAs(index);
    }

    @Test
    void looks_below_a_span_that_is_no_handler() {
        Span entry = Span.builder("1", "shop", "GET /x")
                .entryPoint(true)
                .code(code("acme.AuditFilter"))
                .build();
        Span controller = Span.builder("2", "shop", "Pens.all")
                .parent("1")
                .code(code("acme.Pens"))
                .build();
        EndpointEvidence evidence = evidence(List.of(trace(entry, controller)));
        assertThat(ControllerSpans.addTo(new Routeless("acme.Pens"), ENDPOINT, evidence))
                .isInstanceOf(Informed.class);
    }

    @Test
    void leaves_an_endpoint_with_a_certain_handler_alone() {
        SourceIndex routed = new SourceIndex() {};
        assertThat(ControllerSpans.addTo(routed, ENDPOINT, evidence("acme.Pens", "acme.Pens")))
                .isSameAs(routed);
    }

    private static CodeLocation code(String className) {
        return new CodeLocation(className, "all", null, 0);
    }

    private static EndpointEvidence evidence(String... controllers) {
        return evidence(List.of(controllers).stream()
                .map(each -> trace(
                        Span.builder("1", "shop", "GET /x").entryPoint(true).build(),
                        Span.builder("2", "shop", "Spring/Java/" + each + "/all")
                                .parent("1")
                                .code(code(each))
                                .build()))
                .toList());
    }

    private static EndpointEvidence evidence(List<TraceData> traces) {
        return new EndpointEvidence(ENDPOINT, null, traces, List.of(), null);
    }

    private static TraceData trace(Span... spans) {
        return TraceData.ofSpans("t", TraceFormat.OTLP, List.of(spans));
    }

    /** Knows a method, but no route. */
    private record Routeless(String className) implements SourceIndex {

        @Override
        public Optional<HandlerGap> handlerGap(EndpointName endpoint) {
            return Optional.of(new HandlerGap(HandlerGap.Kind.NO_ROUTE, ""));
        }

        @Override
        public SourceIndex withHandler(EndpointName endpoint, String type, String method, int line) {
            return type.equals(className) && method.equals("all") ? new Informed() : this;
        }
    }

    private record Informed() implements SourceIndex {}
}
