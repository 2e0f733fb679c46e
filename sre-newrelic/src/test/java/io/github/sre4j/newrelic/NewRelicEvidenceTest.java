package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.ErrorCause;
import io.github.sre4j.advisor.cause.ErrorCauses;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.cause.LatencyCause;
import io.github.sre4j.advisor.cause.LatencyCauses;
import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.evidence.Segment;
import io.github.sre4j.advisor.evidence.files.EventFileEvidence;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.newrelic.evidence.NewRelicEvidence;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.sli.Window;
import io.github.sre4j.trace.error.ApplicationCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What New Relic tells of the captured petclinic, beside what its event files tell. */
class NewRelicEvidenceTest {

    private static final Path EVENTS =
            Path.of("../sre-core/sre-advisor/src/test/resources/io/github/sre4j/advisor/petclinic");
    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-22T08:30:00Z"), Instant.parse("2026-11-22T09:00:00Z"));
    private static final EndpointName OWNERS = new EndpointName("WebTransaction/SpringController/owners (GET)");
    private static final EndpointName OWNER =
            new EndpointName("WebTransaction/SpringController/owners/{ownerId} (GET)");
    private static final Duration THRESHOLD = Duration.ofMillis(100);

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

    @BeforeEach
    void forget() {
        standin.forgetRequests();
    }

    @Test
    void metrics_of_every_endpoint_are_those_of_the_files() throws Exception {
        NewRelicEvidence evidence = evidence();
        Map<EndpointName, Breakdown> asked = evidence.breakdowns(WINDOW);
        Map<EndpointName, Breakdown> read = new EventFileEvidence(EVENTS, null).breakdowns(WINDOW);
        Breakdown owners = asked.get(OWNERS);
        assertThat(owners.requests()).isEqualTo(read.get(OWNERS).requests());
        assertThat(asked.get(OWNER).errors())
                .isEqualTo(read.get(OWNER).errors())
                .isPositive();
        Segment statement = owners.statement("owners", "select").orElseThrow();
        Segment same = read.get(OWNERS).statement("owners", "select").orElseThrow();
        assertThat(statement.count()).isEqualTo(same.count());
        assertThat(statement.totalSeconds()).isCloseTo(same.totalSeconds(), within(1e-6));
        assertThat(evidence.queries()).isEqualTo(3);
    }

    @Test
    void every_query_about_timeslices_names_the_service() throws Exception {
        evidence().breakdowns(WINDOW);
        assertThat(standin.requests().stream()
                        .flatMap(request -> request.nrql().stream())
                        .map(asked -> asked.nrql()))
                .filteredOn(nrql -> nrql.contains("newrelic.timeslice.value"))
                .isNotEmpty()
                .allSatisfy(nrql -> assertThat(nrql).contains("entity.guid = '"));
    }

    @Test
    void buckets_keep_the_excess_exact_and_say_how_far_a_duration_may_be_off() throws Exception {
        EndpointEvidence asked = drill(evidence(), new EvidenceQuestion(OWNERS, THRESHOLD, false, 700, 700));
        EndpointEvidence read =
                drill(new EventFileEvidence(EVENTS, null), new EvidenceQuestion(OWNERS, THRESHOLD, false, 700, 700));
        double exact = read.slowRequests().orElseThrow().excessPerDay();
        assertThat(asked.slowRequests().orElseThrow().excessPerDay()).isCloseTo(exact, within(exact * 1e-3));
        assertThat(asked.slowRequests().orElseThrow().slowPerDay())
                .isCloseTo(read.slowRequests().orElseThrow().slowPerDay(), within(1e-6));
        assertThat(asked.slowRequests().orElseThrow().relativeError()).isEqualTo(0.125);
    }

    @Test
    void a_handful_of_slow_and_normal_traces_shows_the_same_cause() throws Exception {
        NewRelicEvidence evidence = evidence();
        Map<EndpointName, Breakdown> breakdowns = evidence.breakdowns(WINDOW);
        EndpointEvidence asked = drill(evidence, new EvidenceQuestion(OWNERS, THRESHOLD, false, 700, 700));
        assertThat(asked.slow()).hasSize(EvidenceSource.TRACES);
        assertThat(asked.normal()).hasSize(EvidenceSource.TRACES);
        List<LatencyCause> causes =
                new LatencyCauses(ApplicationCode.DEFAULT, OwnHosts.UNSAID).of(asked, breakdowns.get(OWNERS));
        assertThat(causes).extracting(each -> each.cause().kind()).contains(CauseKind.SLOW_QUERY);
        // As many as a comparison of slow and normal requests needs.
        assertThat(causes.get(0).cause().facts()).extracting(Fact::key).contains("cohort-longer");
        // Three for all endpoints; for this one three that choose and five that read, ten traces each.
        assertThat(evidence.queries()).isEqualTo(11);
    }

    @Test
    void failures_are_told_with_their_origin_and_counted_by_what_is_not_sampled() throws Exception {
        NewRelicEvidence evidence = evidence();
        Map<EndpointName, Breakdown> breakdowns = evidence.breakdowns(WINDOW);
        EndpointEvidence asked = drill(evidence, new EvidenceQuestion(OWNER, null, true, 920, 920));
        List<ErrorCause> causes = new ErrorCauses(ApplicationCode.DEFAULT)
                .of(asked, breakdowns.get(OWNER), new Tally(920, 71), 1, 1.0 / 48);
        assertThat(causes.get(0).cause().subject()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(causes.get(0).remedy()).isEqualTo(ErrorCause.Family.NOT_FOUND);
        assertThat(causes.stream().mapToDouble(ErrorCause::failedPerDay).sum() / 48)
                .isCloseTo(breakdowns.get(OWNER).errors(), within(1e-6));
    }

    private static NewRelicEvidence evidence() {
        return new NewRelicEvidence(
                Standins.client(standin, standin.apiKey()),
                ServiceReference.named("petclinic-postgres", OptionalLong.empty()));
    }

    private static EndpointEvidence drill(EvidenceSource source, EvidenceQuestion question) throws Exception {
        return source.drillDown(List.of(question), WINDOW).get(0);
    }
}
