package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.RecordedRequest;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import io.github.sre4j.telemetry.events.EventFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The petclinic of the examples, asked of a NerdGraph instead of read from its files. */
class NewRelicTelemetryTest {

    private static final Path EVENTS = Path.of("../sre-examples/petclinic-check/src/events");
    private static final String APP = "petclinic-before";
    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-22T08:16:30Z"), Instant.parse("2026-11-22T08:26:30Z"));
    private static final MeasurementPlan PLAN = DefaultStandard.get().plan(WINDOW);

    private static NerdGraphEmulator standin;

    @BeforeAll
    static void start() throws Exception {
        standin = NerdGraphEmulator.start(
                StandinOptions.DEFAULT.withEvents(EVENTS).withNowAtEndOfEvents().withLimits(Limits.NONE));
    }

    @AfterAll
    static void stop() {
        standin.close();
    }

    @AfterEach
    void behave() {
        standin.behave();
        standin.forgetRequests();
    }

    @Test
    void gives_what_the_event_files_give() throws Exception {
        Measurements files = new EventFiles(EVENTS, null).measure(PLAN, ProgressListener.NONE);
        Measurements asked = measure();
        assertThat(asked.endpoints()).hasSameSizeAs(files.endpoints());
        for (int i = 0; i < files.endpoints().size(); i++) {
            EndpointMeasurement expected = files.endpoints().get(i);
            EndpointMeasurement actual = asked.endpoints().get(i);
            assertThat(actual.name()).isEqualTo(expected.name());
            assertThat(actual.whole()).isEqualTo(expected.whole());
            assertThat(actual.firstHalf()).isEqualTo(expected.firstHalf());
            assertThat(actual.traffic()).isEqualTo(expected.traffic());
            assertThat(actual.excess().minus(expected.excess()).abs()).isLessThan(Duration.ofNanos(1_000));
            assertThat(actual.latencySummary().orElseThrow().max())
                    .isEqualTo(expected.latencySummary().orElseThrow().max());
        }
        assertThat(asked.source().sampling()).isInstanceOf(Sampling.Sampled.class);
        assertThat(asked.source().queries())
                .hasSize(4)
                .allMatch(query -> query.contains(" SINCE " + WINDOW.from().toEpochMilli()));
        assertThat(verdicts(asked)).isEqualTo(verdicts(files));
    }

    @Test
    void costs_two_round_trips_and_four_queries() throws Exception {
        measure();
        assertThat(standin.requests()).hasSize(2);
        assertThat(standin.requests().stream()
                        .mapToInt(request -> request.nrql().size())
                        .sum())
                .isEqualTo(4);
    }

    @Test
    void queries_go_as_variables_with_a_time_of_their_own_and_an_honest_name() throws Exception {
        measure();
        RecordedRequest request = standin.requests().get(1);
        assertThat(request.body())
                .contains("$q0: Nrql!", "r0: nrql(query: $q0, timeout: $timeout) { results }", "\"timeout\":5")
                .doesNotContain(standin.apiKey());
        assertThat(request.headers().get("user-agent")).startsWith("sre4j/").contains("https://github.com/sre4j");
        assertThat(request.headers()).doesNotContainValue(standin.apiKey());
    }

    @Test
    void all_queries_look_at_one_window_in_milliseconds_and_ask_for_all_endpoints() throws Exception {
        measure();
        assertThat(standin.requests().get(1).nrql())
                .hasSize(4)
                .allMatch(asked -> asked.nrql()
                        .endsWith(" SINCE " + WINDOW.from().toEpochMilli() + " UNTIL "
                                + WINDOW.to().toEpochMilli()))
                .filteredOn(asked -> asked.nrql().contains(" FACET "))
                .hasSize(3)
                .allMatch(asked -> asked.nrql().contains(" LIMIT MAX "));
    }

    @Test
    void a_wrong_name_says_which_names_are_similar_and_is_never_an_empty_answer() {
        TelemetryException e = failure("petclinic-befor");
        assertThat(e.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(e).hasMessageStartingWith("no service 'petclinic-befor' in New Relic;");
    }

    @Test
    void a_service_is_found_by_its_guid_whatever_its_name() throws Exception {
        String guid = ServiceReference.named(APP, OptionalLong.empty())
                .find(Standins.client(standin, standin.apiKey()))
                .guid();
        Measurements byGuid = new NewRelicTelemetry(
                        Standins.client(standin, standin.apiKey()), ServiceReference.ofGuid(guid))
                .measure(PLAN, ProgressListener.NONE);
        assertThat(byGuid.endpoints()).isEqualTo(measure().endpoints());
        TelemetryException e = catchThrowableOfType(
                TelemetryException.class,
                () -> ServiceReference.ofGuid("MTIzNHxBUE18QVBQ").find(Standins.client(standin, standin.apiKey())));
        assertThat(e)
                .hasMessage(
                        "no service with GUID 'MTIzNHxBUE18QVBQ' for this key; check the GUID, region, and access of the key");
    }

    @Test
    void a_wrong_key_is_refused_and_not_shown() {
        String wrong = "NRAK-WRONG0000000000000000000000";
        TelemetryException e = catchThrowableOfType(
                TelemetryException.class,
                () -> Standins.telemetry(standin, APP, wrong).measure(PLAN, ProgressListener.NONE));
        assertThat(e.kind()).isEqualTo(Kind.MISCONFIGURED);
        StringWriter everything = new StringWriter();
        e.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain(wrong);
    }

    private static Measurements measure() throws TelemetryException {
        return Standins.telemetry(standin, APP).measure(PLAN, ProgressListener.NONE);
    }

    private static TelemetryException failure(String app) {
        return catchThrowableOfType(
                TelemetryException.class, () -> Standins.telemetry(standin, app).measure(PLAN, ProgressListener.NONE));
    }

    private static List<String> verdicts(Measurements measured) {
        return new Assessor(DefaultStandard.get(), List.of(), LocalDate.parse("2026-11-22"))
                .assess(WINDOW, measured.endpoints()).endpoints().stream()
                        .map((EndpointResult result) -> result.endpoint().label() + " " + result.verdict())
                        .toList();
    }
}
