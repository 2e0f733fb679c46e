package io.github.sre4j.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.evidence.files.EventFileEvidence;
import io.github.sre4j.advisor.report.CandidatePart;
import io.github.sre4j.advisor.report.CandidateSentences;
import io.github.sre4j.advisor.tracking.AcceptedCandidate;
import io.github.sre4j.advisor.tracking.BadRequestStats;
import io.github.sre4j.advisor.tracking.CandidateOutcome;
import io.github.sre4j.advisor.tracking.TrackRecord;
import io.github.sre4j.advisor.tracking.file.AcceptedCandidatesFile;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateTrackingTest {

    private static final Instant CHANGED = Instant.parse("2026-11-23T00:00:00Z");

    @TempDir
    Path folder;

    private static AcceptedCandidate taken(double predicted, BadRequestStats before, boolean errors) {
        return new AcceptedCandidate("k", "GET /orders is slow", "e", errors, predicted, before, CHANGED, "abc123");
    }

    @Test
    void a_prediction_is_held_against_a_later_window_at_the_traffic_of_before() {
        // Before: 1,000 requests a day, 200 slow, 100 s too long. After, with double traffic: 40 s too long.
        AcceptedCandidate taken = taken(80, new BadRequestStats(1_000, 200, 100, 1_000), false);
        CandidateOutcome outcome = CandidateOutcome.of(taken, CHANGED, new BadRequestStats(2_000, 80, 40, 2_000));
        assertThat(outcome.observedPerDay().orElseThrow()).isCloseTo(80, within(1e-9));
        assertThat(outcome.kept().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(outcome.low()).isLessThan(80).isGreaterThan(50);
        assertThat(outcome.high()).isGreaterThan(80).isLessThan(110);
    }

    @Test
    void a_window_that_began_before_the_change_says_nothing() {
        AcceptedCandidate taken = taken(80, new BadRequestStats(1_000, 200, 100, 1_000), false);
        assertThat(CandidateOutcome.of(taken, CHANGED.minusSeconds(1), new BadRequestStats(1_000, 1, 1, 1_000))
                        .observedPerDay())
                .isEmpty();
        assertThat(CandidateOutcome.of(taken, CHANGED, null).observedPerDay()).isEmpty();
    }

    @Test
    void the_interval_covers_what_really_changed() {
        SplittableRandom random = new SplittableRandom(11);
        int covered = 0;
        for (int run = 0; run < 400; run++) {
            AcceptedCandidate taken = taken(10, window(random, 0.2), false);
            CandidateOutcome outcome = CandidateOutcome.of(taken, CHANGED, window(random, 0.1));
            // A slow request waits half a second too long on average: 2,000 × 0.1 × 0.5 s.
            covered += outcome.low() <= 100 && 100 <= outcome.high() ? 1 : 0;
        }
        assertThat(covered).isGreaterThan(360);
    }

    private static BadRequestStats window(SplittableRandom random, double slowShare) {
        long slow = 0;
        double seconds = 0;
        for (int i = 0; i < 2_000; i++) {
            if (random.nextDouble() < slowShare) {
                slow++;
                seconds += -0.5 * Math.log(1 - random.nextDouble());
            }
        }
        return new BadRequestStats(2_000, slow, seconds, 2_000);
    }

    @Test
    void the_track_record_is_the_median_of_what_was_kept() {
        BadRequestStats before = new BadRequestStats(1_000, 100, 100, 1_000);
        TrackRecord record = new TrackRecord(List.of(
                CandidateOutcome.of(taken(100, before, false), CHANGED, new BadRequestStats(1_000, 20, 20, 1_000)),
                CandidateOutcome.of(taken(100, before, false), CHANGED, new BadRequestStats(1_000, 50, 50, 1_000)),
                CandidateOutcome.of(
                        taken(100, before, false),
                        CHANGED.minusSeconds(9),
                        new BadRequestStats(1_000, 50, 50, 1_000))));
        assertThat(record.done()).isEqualTo(2);
        assertThat(record.medianKept().orElseThrow()).isCloseTo(0.65, within(1e-9));
        List<String> told = new CandidateSentences(Texts.of("en"), UnaryOperator.identity(), UnaryOperator.identity())
                .track(record);
        assertThat(told.get(0)).isEqualTo("2 accepted candidates implemented; median impact 65% of the prediction.");
        assertThat(told.get(1)).startsWith("GET /orders is slow: predicted 100 s per day, observed 80 s (range ");
        assertThat(told.get(3)).contains("no comparable window measured yet");
    }

    @Test
    void compares_warm_requests_with_warm_ones() throws Exception {
        // Before: a start with 20 requests of 9 s, then a tenth of 1.5 s. After: no start, and a fifth of 1.5 s.
        AcceptedCandidate taken = CandidateTracking.take(
                        candidate(Warm.plan(folder.resolve("before"), 20, 10)),
                        Warm.assessment(folder.resolve("before"), 20, 10),
                        new EventFileEvidence(folder.resolve("before"), null),
                        helped -> "the query",
                        Instant.EPOCH,
                        null)
                .get(0);
        assertThat(taken.steadyBefore().orElseThrow().bad()).isEqualTo(100);
        TrackRecord record = CandidateTracking.record(
                List.of(taken),
                Warm.assessment(folder.resolve("after"), 0, 5),
                new EventFileEvidence(folder.resolve("after"), null));
        assertThat(record.outcomes().get(0).kept().orElseThrow()).isNegative();
    }

    private static Candidate candidate(CandidatePlan plan) {
        return plan.candidates().stream()
                .filter(each -> each.cause().kind() != CauseKind.COLD_START)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_was_taken_is_read_as_it_was_written_and_a_damaged_file_is_said_to_be() throws Exception {
        ServiceLevelReport report = Petclinic.report(Duration.ofMillis(100), SourceIndex.NONE, 1);
        Candidate first =
                CandidatePart.planOf(report).orElseThrow().candidates().get(0);
        EvidenceSource source = new EventFileEvidence(Petclinic.EVENTS, null);
        AcceptedCandidate taken = CandidateTracking.take(
                        first, report.assessment(), source, helped -> "the first", CHANGED, null)
                .get(0);
        assertThat(taken.predicted()).isEqualTo(first.impact().goodPerDay());
        assertThat(taken.before().bad()).isEqualTo(71);
        Path file = folder.resolve(AcceptedCandidatesFile.NAME);
        assertThat(AcceptedCandidatesFile.read(file)).isEmpty();
        Files.writeString(file, AcceptedCandidatesFile.text(List.of(taken)));
        assertThat(AcceptedCandidatesFile.read(file)).containsExactly(taken);
        assertThat(CandidateTracking.record(List.of(taken), report.assessment(), source)
                        .done())
                .isZero();

        Files.writeString(file, "{\"schemaVersion\": 2}");
        assertThatThrownBy(() -> AcceptedCandidatesFile.read(file))
                .hasMessageContaining("no file of proposals of schemaVersion 1");
        Files.writeString(file, "{\"schemaVersion\"");
        assertThatThrownBy(() -> AcceptedCandidatesFile.read(file)).hasMessageContaining("is not JSON: line 1");
    }

    @Test
    void one_change_for_several_endpoints_is_one_proposal_of_which_all_endpoints_count() throws Exception {
        BadRequestStats before = new BadRequestStats(1_000, 200, 100, 1_000);
        AcceptedCandidate one =
                new AcceptedCandidate("a", "GET /a is slow", "a", false, 60, before, before, CHANGED, null, "a");
        AcceptedCandidate other =
                new AcceptedCandidate("b", "GET /b is slow", "b", false, 20, before, null, CHANGED, null, "a");
        // 80 of 100 s are gone at one, nothing at the other: 80 of the 80 that were predicted.
        TrackRecord record = new TrackRecord(List.of(
                CandidateOutcome.of(one, CHANGED, new BadRequestStats(1_000, 20, 20, 1_000)),
                CandidateOutcome.of(other, CHANGED, before)));
        assertThat(record.done()).isEqualTo(1);
        assertThat(record.medianKept()).hasValue(1);
        Path file = folder.resolve(AcceptedCandidatesFile.NAME);
        Files.writeString(file, AcceptedCandidatesFile.text(List.of(one, other)));
        assertThat(AcceptedCandidatesFile.read(file)).containsExactly(one, other);
    }
}
