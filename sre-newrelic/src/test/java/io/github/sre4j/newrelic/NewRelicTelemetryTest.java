package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.examples.standin.NerdGraphStandin;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The petclinic of the examples, asked of a NerdGraph instead of read from its files. */
class NewRelicTelemetryTest {

    private static final Path EVENTS = Path.of("../sre-examples/petclinic-check/src/events");
    private static final String APP = "petclinic-before";
    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-22T08:16:30Z"), Instant.parse("2026-11-22T08:26:30Z"));
    private static final MeasurementPlan PLAN = DefaultStandard.get().plan(WINDOW);

    private static NerdGraphStandin standin;

    @BeforeAll
    static void start() throws Exception {
        standin = NerdGraphStandin.start(
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
        assertThat(verdicts(asked)).isEqualTo(verdicts(files));
    }

    @Test
    void costs_two_round_trips_and_three_queries() throws Exception {
        measure();
        assertThat(standin.requests()).hasSize(2);
        assertThat(standin.requests().stream()
                        .mapToInt(request -> request.nrql().size())
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void a_wrong_name_says_which_names_are_similar_and_is_never_an_empty_answer() {
        TelemetryException e = failure("petclinic-befor");
        assertThat(e.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(e).hasMessageStartingWith("New Relic has no service 'petclinic-befor'");
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
                        "New Relic shows this key no service with the GUID 'MTIzNHxBUE18QVBQ'; check it, the region and whether the key may see its account");
    }

    /** What the API can do to us, who must act, and the sentence a person gets. */
    @TestFactory
    Stream<DynamicTest> every_misbehaviour_is_a_sentence_and_shows_no_key() {
        return Stream.of(
                        fault(
                                "401",
                                Kind.MISCONFIGURED,
                                "New Relic refuses the key; it must be a user key (NRAK-…) of the right region: check NEW_RELIC_API_KEY and sre.region"),
                        fault(
                                "bad-api-key",
                                Kind.MISCONFIGURED,
                                "New Relic refuses the key; it must be a user key (NRAK-…) of the right region: check NEW_RELIC_API_KEY and sre.region"),
                        fault(
                                "402",
                                Kind.MISCONFIGURED,
                                "New Relic answers 402: the account may not use this API; ask its owner"),
                        fault(
                                "403",
                                Kind.MISCONFIGURED,
                                "the key may not see this account; check sre.account, sre.region and the rights of the key's user"),
                        fault(
                                "404",
                                Kind.MISCONFIGURED,
                                "what answers at 127.0.0.1 is not NerdGraph (status 404); check sre.nerdgraphUrl, the region and the proxy"),
                        fault(
                                "redirect",
                                Kind.MISCONFIGURED,
                                "what answers at 127.0.0.1 is not NerdGraph (status 302); check sre.nerdgraphUrl, the region and the proxy"),
                        fault(
                                "html",
                                Kind.MISCONFIGURED,
                                "what answers at 127.0.0.1 is not NerdGraph: no JSON came back; check sre.nerdgraphUrl and the proxy"),
                        fault(
                                "broken-json",
                                Kind.MISCONFIGURED,
                                "what answers at 127.0.0.1 is not NerdGraph: no JSON came back; check sre.nerdgraphUrl and the proxy"),
                        fault("empty-body", Kind.UNREACHABLE, "New Relic answered with nothing; try again later"),
                        fault(
                                "null-data",
                                Kind.UNREACHABLE,
                                "New Relic answered without data and without an error; try again later"),
                        fault(
                                "429",
                                Kind.UNREACHABLE,
                                "New Relic gets too many requests from this key's user; try again in a minute or use a key of its own for builds"),
                        fault(
                                "rate-limited",
                                Kind.UNREACHABLE,
                                "New Relic gets too many requests from this key's user; try again in a minute or use a key of its own for builds"),
                        fault(
                                "500",
                                Kind.UNREACHABLE,
                                "New Relic has trouble of its own (status 500); try again later"),
                        fault(
                                "502",
                                Kind.UNREACHABLE,
                                "New Relic has trouble of its own (status 502); try again later"),
                        fault(
                                "503",
                                Kind.UNREACHABLE,
                                "New Relic has trouble of its own (status 503); try again later"),
                        fault(
                                "504",
                                Kind.UNREACHABLE,
                                "New Relic has trouble of its own (status 504); try again later"),
                        fault("connection-closed", Kind.UNREACHABLE, "New Relic at 127.0.0.1 broke off the connection"),
                        fault("connection-reset", Kind.UNREACHABLE, "New Relic at 127.0.0.1 broke off the connection"),
                        fault("cut-body", Kind.UNREACHABLE, "New Relic at 127.0.0.1 broke off the connection"),
                        fault("garbage", Kind.UNREACHABLE, "New Relic at 127.0.0.1 broke off the connection"),
                        fault("stall", Kind.UNREACHABLE, "New Relic at 127.0.0.1 did not answer in time"),
                        fault("slow-drip,ms=200", Kind.UNREACHABLE, "New Relic at 127.0.0.1 did not answer in time"),
                        fault(
                                "timeout",
                                Kind.UNREACHABLE,
                                "a query took longer than New Relic allows; narrow the window with sre.window"),
                        fault(
                                "access-denied",
                                Kind.MISCONFIGURED,
                                "the key may not see this account; check sre.account, sre.region and the rights of the key's user"),
                        fault("server-error", Kind.UNREACHABLE, null),
                        fault("internal-server-error", Kind.UNREACHABLE, null),
                        fault("resolve-error", Kind.UNREACHABLE, null))
                .map(each -> DynamicTest.dynamicTest(each.mode(), () -> {
                    standin.misbehave(each.mode());
                    TelemetryException e = failure(APP);
                    if (each.kind() != null) {
                        assertThat(e.kind()).isEqualTo(each.kind());
                    }
                    if (each.sentence() != null) {
                        assertThat(e).hasMessage(each.sentence());
                    }
                    assertThat(e.getMessage()).doesNotContain("Exception", "\n");
                    StringWriter everything = new StringWriter();
                    e.printStackTrace(new PrintWriter(everything));
                    assertThat(everything.toString()).doesNotContain(standin.apiKey());
                    standin.behave();
                    standin.forgetRequests();
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_passes_by_itself_is_survived() {
        return Stream.of(
                        "429:1,retry-after=0",
                        "rate-limited:1",
                        "503:2",
                        "401:1",
                        "connection-reset:1",
                        "cut-body:1",
                        "deprecation",
                        "wrong-content-type",
                        "empty-body:1",
                        "half",
                        "integer-path",
                        "bare-errors",
                        "server-error:2")
                .map(mode -> DynamicTest.dynamicTest(mode, () -> {
                    standin.misbehave(mode);
                    assertThat(measure().requests()).isEqualTo(9505);
                    standin.behave();
                    standin.forgetRequests();
                }));
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

    private record Fault(String mode, Kind kind, String sentence) {}

    private static Fault fault(String mode, Kind kind, String sentence) {
        return new Fault(mode, kind, sentence);
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
