package io.github.sre4j.fix;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.assess.stats.FisherExact;
import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.fix.FixDecision.State;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows which fixes are in flight, so that a gate does not block the very build that carries the cure.
 *
 * <p>A miss passes if the change under build touches the code behind its endpoint (the methods that handle it, or a place in what they reach that is
 * known to cost time), or if a fix of it was written down before and its time is not over. Another endpoint's miss does not pass for it.
 *
 * <ul>
 *   <li>A <em>branch</em> is not in production, so whatever it touches cannot have caused the miss; its build passes as often as it runs, and nothing
 *       is written down.
 *   <li>On the <em>default branch</em> the change is what came into it since the middle of the window. A miss is one only if both halves of the
 *       window show it, and the first half was before the change: what broke an endpoint so never passes as its fix. It is written down, and its
 *       deadline counts from then.
 *   <li>It covers the miss as it was when it was written down: one that is significantly worse (Fisher's exact test, Bonferroni's correction over the
 *       misses of the build) fails.
 *   <li>It ends at its deadline, or sooner if the traffic since its deployment shows no change ({@link FixEffect}). Where the time of the deployment
 *       is not known, the deadline alone counts. After that another fix may begin, with the next number, once the change is younger than the one before.
 * </ul>
 *
 * <p>Looks at version control and sources only if a miss fails the build. Thread-safe if its suppliers are.
 */
public final class FixReviewer {

    private final List<PendingFix> recorded;
    private final Supplier<ChangeDetection> change;
    private final Supplier<SourceIndex> sources;
    private final int days;
    private final Function<PendingFix, Optional<Instant>> deployed;
    private final LocalDate today;

    /**
     * A book.
     *
     * @param recorded the fixes written down before
     * @param change looks at the change under build; asked at most once a review
     * @param sources the product's source code; asked at most once a review, and only if a change is seen
     * @param days how many days a fix may be in flight, 1 to {@value PendingFix#LONGEST_DAYS}
     * @param deployed when a fix was deployed; empty if that is not known
     * @param today the day of the check (UTC)
     * @throws IllegalArgumentException if the days are out of range
     */
    public FixReviewer(
            List<PendingFix> recorded,
            Supplier<ChangeDetection> change,
            Supplier<SourceIndex> sources,
            int days,
            Function<PendingFix, Optional<Instant>> deployed,
            LocalDate today) {
        requireDays(days);
        this.recorded = List.copyOf(recorded);
        this.change = Objects.requireNonNull(change, "change");
        this.sources = Objects.requireNonNull(sources, "sources");
        this.days = days;
        this.deployed = Objects.requireNonNull(deployed, "deployed");
        this.today = Objects.requireNonNull(today, "today");
    }

    /**
     * Checks how many days a fix may be pending.
     *
     * @throws IllegalArgumentException if they are not 1 to {@value PendingFix#LONGEST_DAYS}
     */
    public static void requireDays(int days) {
        if (days < 1 || days > PendingFix.LONGEST_DAYS) {
            throw new InvalidInputException(Message.of(
                    FixReviewer.class, "days-out-of-range", PendingFix.LONGEST_DAYS, Integer.toString(days)));
        }
    }

    /**
     * The window in which traffic can show what the fixes did: since the last of their deployments, so that it is after each of them. Empty if no fix in
     * flight is known to be deployed.
     */
    public Optional<Window> sinceDeployment(Instant end) {
        return recorded.stream()
                .filter(fix -> fix.holdsOn(today))
                .flatMap(fix -> deployment(fix).stream())
                .filter(end::isAfter)
                .max(Comparator.naturalOrder())
                .map(last -> new Window(last, end));
    }

    /**
     * Reviews the misses that fail the build.
     *
     * @param failing the misses
     * @param since what was measured in {@link #sinceDeployment}; empty if nothing was
     * @param alpha the chance, at most, that of misses which are as they were one is said to have become worse, all together
     */
    public FixReview review(List<FailingSli> failing, List<EndpointMeasurement> since, double alpha) {
        return failing.isEmpty() ? FixReview.NONE : new Review(since, alpha / failing.size()).of(failing);
    }

    /**
     * What is to be kept of the fixes of the default branch after a check: those it has reviewed, as they are now, and those whose endpoint could not be
     * judged or passed anyway. What is met needs no fix.
     */
    public List<PendingFix> kept(FixReview review, Assessment assessment) {
        List<PendingFix> kept = new ArrayList<>();
        review.uses().stream()
                .filter(use -> use.merged() || use.state() != State.CARRIED)
                .map(FixDecision::fix)
                .forEach(kept::add);
        List<PendingFix> others = recorded.stream()
                .filter(fix -> kept.stream().noneMatch(each -> each.isAbout(fix.endpoint(), fix.kind())))
                .filter(fix -> today.isBefore(fix.since().plusDays(PendingFix.LONGEST_DAYS)))
                .filter(fix -> !isMet(fix, assessment))
                .toList();
        kept.addAll(others);
        return kept;
    }

    private static boolean isMet(PendingFix fix, Assessment assessment) {
        return assessment.endpoints().stream()
                .filter(result -> result.endpoint().name().equals(fix.endpoint()))
                .map(EndpointResult::slis)
                .flatMap(List::stream)
                .anyMatch(sli -> sli.sli().kind() == fix.kind() && sli.verdict() == Verdict.MET);
    }

    /** A deployment of the days before it was written down is not the one that carried it. */
    private Optional<Instant> deployment(PendingFix fix) {
        return deployed.apply(fix).filter(at -> !day(at).isBefore(fix.since()));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private final class Review {

        private final List<EndpointMeasurement> since;
        private final double alpha;
        private final List<FixDecision> uses = new ArrayList<>();
        private final Set<String> placeless = new LinkedHashSet<>();
        private @Nullable ChangeDetection look;
        private @Nullable SourceIndex index;

        Review(List<EndpointMeasurement> since, double alpha) {
            this.since = since;
            this.alpha = alpha;
        }

        FixReview of(List<FailingSli> failing) {
            for (FailingSli each : failing) {
                use(each).ifPresent(uses::add);
            }
            return new FixReview(uses, Optional.ofNullable(look), List.copyOf(placeless));
        }

        private Optional<FixDecision> use(FailingSli failing) {
            Optional<PendingFix> before = recorded.stream()
                    .filter(fix -> fix.isAbout(failing.endpoint(), failing.kind()))
                    .findFirst();
            FixEffect effect = before.map(fix -> effect(fix, failing)).orElse(FixEffect.DEPLOYMENT_UNKNOWN);
            Optional<State> state = before.map(fix -> state(fix, effect, failing));
            if (state.filter(State.IN_FLIGHT::equals).isPresent()) {
                return before.map(fix -> written(fix, failing, State.IN_FLIGHT, effect));
            }
            Optional<FixDecision> carried = carried(failing, before);
            return carried.isPresent() || before.isEmpty()
                    ? carried
                    : Optional.of(written(
                            state.get() == State.WITHOUT_EFFECT ? before.get().endedBefore(today) : before.get(),
                            failing,
                            state.get(),
                            effect));
        }

        private FixDecision written(PendingFix fix, FailingSli failing, State state, FixEffect effect) {
            return new FixDecision(fix, failing.label(), state, effect, null, true);
        }

        private State state(PendingFix fix, FixEffect effect, FailingSli failing) {
            if (!fix.holdsOn(today)) {
                return State.OVERDUE;
            }
            if (effect == FixEffect.CHANGES_NOTHING) {
                return State.WITHOUT_EFFECT;
            }
            return isWorse(fix, failing) ? State.GOT_WORSE : State.IN_FLIGHT;
        }

        private boolean isWorse(PendingFix fix, FailingSli failing) {
            return fix.sli().equals(failing.sli())
                    && FisherExact.worsePValue(
                                    fix.before().total(),
                                    fix.before().bad(),
                                    failing.tally().total(),
                                    failing.tally().bad())
                            <= alpha;
        }

        private FixEffect effect(PendingFix fix, FailingSli failing) {
            if (!fix.holdsOn(today) || deployment(fix).isEmpty() || !fix.sli().equals(failing.sli())) {
                return FixEffect.DEPLOYMENT_UNKNOWN;
            }
            Tally measured = since.stream()
                    .filter(each -> each.name().equals(fix.endpoint()))
                    .map(each -> each.whole().tally(fix.kind()))
                    .findFirst()
                    .orElse(new Tally(0, 0));
            return FixEffect.of(
                    fix.before(), measured, failing.sli().objective().allowedBadRatio());
        }

        private Optional<FixDecision> carried(FailingSli failing, Optional<PendingFix> before) {
            Optional<Change> seen = look().seen();
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            List<SourceLocation> places = places(failing.endpoint());
            if (places.isEmpty()) {
                placeless.add(failing.label());
            }
            Change now = seen.get();
            return places.stream()
                    .filter(now::touches)
                    .findFirst()
                    .filter(place -> isYounger(now, before))
                    .map(place -> new FixDecision(
                            new PendingFix(
                                    failing.endpoint(),
                                    failing.sli(),
                                    failing.tally(),
                                    now.commit(),
                                    today,
                                    today.plusDays(days),
                                    before.map(fix -> fix.attempt() + 1).orElse(1)),
                            failing.label(),
                            State.CARRIED,
                            FixEffect.DEPLOYMENT_UNKNOWN,
                            place,
                            now.merged()));
        }

        /** Else the change that did not help would begin again by itself. */
        private boolean isYounger(Change now, Optional<PendingFix> before) {
            return before.isEmpty()
                    || !now.merged()
                    || day(now.from()).isAfter(before.get().since());
        }

        private ChangeDetection look() {
            if (look == null) {
                look = change.get();
            }
            return look;
        }

        private List<SourceLocation> places(EndpointName endpoint) {
            if (index == null) {
                index = sources.get();
            }
            List<SourceLocation> handlers = index.handlers(endpoint);
            double best = handlers.isEmpty() ? 0 : handlers.get(0).score();
            // Of several candidates for a handler only those that nothing speaks against more than against the best.
            return Stream.concat(
                            handlers.stream().filter(place -> place.score() >= best),
                            index.hints(endpoint).stream().map(CodeHint::place))
                    .toList();
        }
    }
}
