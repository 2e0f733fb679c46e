package io.github.sre4j.baseline;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.assess.stats.Dispersion;
import io.github.sre4j.assess.stats.ScaledFisher;
import io.github.sre4j.sli.SliKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The next baseline of a product. It removes what is met or gone, lowers what has become significantly better, keeps what is as it was, and
 * takes in what is new or worse only in a first baseline, after a change of the standard, or for a reason that is recorded.
 *
 * @param baseline the next baseline
 * @param added misses taken in
 * @param raised known misses that are allowed to be larger now
 * @param lowered known misses that may not be as large as before any more
 * @param removed entries that are met or gone
 * @param refused misses that are new or worse and would take a reason
 */
public record BaselineUpdate(
        Baseline baseline,
        List<KnownViolation> added,
        List<KnownViolation> raised,
        List<KnownViolation> lowered,
        List<KnownViolation> removed,
        List<BaselineComparison.Missed> refused) {

    /**
     * An entry is lowered only on evidence: one that followed every lucky week would end at the luckiest, and call the next ordinary week worse.
     */
    private static final double BETTER_ALPHA = 0.05;

    private static final BigDecimal SECONDS_A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    /** Copies the lists. */
    public BaselineUpdate {
        added = List.copyOf(added);
        raised = List.copyOf(raised);
        lowered = List.copyOf(lowered);
        removed = List.copyOf(removed);
        refused = List.copyOf(refused);
    }

    /**
     * Makes the next baseline.
     *
     * @param assessment the check it is made from
     * @param before the present baseline, or null for the first one
     * @param today the day new entries are dated
     * @param reason why misses that are new or worse are taken in, or null
     */
    public static BaselineUpdate of(
            Assessment assessment, @Nullable Baseline before, LocalDate today, @Nullable String reason) {
        return new Maker(assessment, Ratchet.compare(assessment, before), today, reason).make();
    }

    /** Whether anything changes. */
    public boolean changes() {
        return !(added.isEmpty() && raised.isEmpty() && lowered.isEmpty() && removed.isEmpty());
    }

    private static final class Maker {

        private final Assessment assessment;
        private final BaselineComparison comparison;
        private final LocalDate today;
        private final @Nullable String reason;

        private final List<KnownViolation> next = new ArrayList<>();
        private final List<KnownViolation> added = new ArrayList<>();
        private final List<KnownViolation> raised = new ArrayList<>();
        private final List<KnownViolation> lowered = new ArrayList<>();
        private final List<BaselineComparison.Missed> refused = new ArrayList<>();

        Maker(Assessment assessment, BaselineComparison comparison, LocalDate today, @Nullable String reason) {
            this.assessment = assessment;
            this.comparison = comparison;
            this.today = today;
            this.reason = reason;
        }

        BaselineUpdate make() {
            List<KnownViolation> removed = comparison.stale().stream()
                    .map(BaselineComparison.Stale::entry)
                    .toList();
            for (BaselineComparison.Missed missed : comparison.misses()) {
                take(missed);
            }
            comparison.baseline().misses().stream()
                    .filter(entry -> !removed.contains(entry))
                    .filter(entry ->
                            comparison.stateOf(entry.endpoint(), entry.kind()).isEmpty())
                    .forEach(next::add);
            Baseline baseline = new Baseline(
                    assessment.standard().name(),
                    assessment.standard().version(),
                    next,
                    List.of(),
                    comparison.baseline().edited());
            return new BaselineUpdate(baseline, added, raised, lowered, removed, refused);
        }

        private void take(BaselineComparison.Missed missed) {
            Optional<KnownViolation> before = comparison.baseline().find(missed.endpoint(), missed.kind());
            boolean first = !comparison.present();
            switch (missed.state()) {
                case KNOWN -> {
                    KnownViolation entry = before.orElseThrow();
                    boolean edited = comparison.baseline().edited().contains(entry);
                    KnownViolation now = now(missed, edited && reason != null ? reason : entry.raised());
                    if (edited && reason != null) {
                        raised.add(now);
                        next.add(now);
                    } else if (better(entry, now, dispersion(missed))) {
                        lowered.add(now);
                        next.add(now);
                    } else {
                        next.add(entry);
                    }
                }
                case OTHER_STANDARD -> add(missed, null);
                case NEW -> {
                    if (first) {
                        add(missed, null);
                    } else if (reason != null) {
                        add(missed, reason);
                    } else {
                        refused.add(missed);
                    }
                }
                case WORSE -> {
                    if (reason != null) {
                        KnownViolation now = now(missed, reason);
                        raised.add(now);
                        next.add(now);
                    } else {
                        refused.add(missed);
                        next.add(before.orElseThrow());
                    }
                }
            }
        }

        private void add(BaselineComparison.Missed missed, @Nullable String why) {
            KnownViolation now = now(missed, why);
            added.add(now);
            next.add(now);
        }

        private static boolean better(KnownViolation entry, KnownViolation now, Dispersion dispersion) {
            return now.tally().badRatio() < entry.tally().badRatio()
                    && ScaledFisher.worsePValue(
                                    now.tally().total(),
                                    now.tally().bad(),
                                    entry.tally().total(),
                                    entry.tally().bad(),
                                    dispersion)
                            <= BETTER_ALPHA;
        }

        private EndpointResult endpoint(BaselineComparison.Missed missed) {
            return assessment.judged().stream()
                    .filter(result -> result.verdict() == Verdict.MISSED)
                    .filter(result -> result.endpoint().name().equals(missed.endpoint()))
                    .findFirst()
                    .orElseThrow();
        }

        private static SliResult sli(EndpointResult endpoint, BaselineComparison.Missed missed) {
            return endpoint.slis().stream()
                    .filter(result -> result.sli().kind() == missed.kind())
                    .findFirst()
                    .orElseThrow();
        }

        private Dispersion dispersion(BaselineComparison.Missed missed) {
            return sli(endpoint(missed), missed).dispersionNow();
        }

        private KnownViolation now(BaselineComparison.Missed missed, @Nullable String why) {
            EndpointResult endpoint = endpoint(missed);
            SliResult sli = sli(endpoint, missed);
            return new KnownViolation(
                    missed.endpoint(), sli.sli(), sli.tally(), excessPerDay(endpoint, missed.kind()), today, why);
        }

        private BigDecimal excessPerDay(EndpointResult endpoint, SliKind kind) {
            if (kind != SliKind.LATENCY) {
                return BigDecimal.ZERO;
            }
            BigDecimal seconds =
                    BigDecimal.valueOf(endpoint.measurement().excess().toMillis(), 3);
            BigDecimal observed =
                    BigDecimal.valueOf(assessment.observed().length().toMillis(), 3);
            return seconds.multiply(SECONDS_A_DAY).divide(observed, 1, RoundingMode.HALF_EVEN);
        }
    }
}
