package io.github.sre4j.calibrate;

import io.github.sre4j.assess.stats.FisherExact;
import io.github.sre4j.assess.stats.HolmCorrection;
import io.github.sre4j.telemetry.Visit;
import io.github.sre4j.telemetry.Visits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What browsers tell of leaving: which part of the visits ended with the first page, by how long that page took to load.
 *
 * <p>A load time is evidence for a threshold if visits with a first page just slower ended there significantly more often than all those with a faster
 * one: Fisher's exact test, Holm's correction over the load times tried, at 5 %. The shortest such load time is named: there leaving begins to rise. It shows that both go together, not
 * that one is the other's cause: slow networks and slow devices differ in more than speed.
 *
 * @param kind what can be said
 * @param buckets visits by load time, shortest first; empty unless there are visits
 * @param threshold the shortest load time beyond which more people leave, or null
 * @param faster the visits up to it, or null
 * @param slower the visits just beyond it, or null
 * @param pageViews page views in the window
 * @param sample whether the visits are a random sample
 */
public record BrowserEvidence(
        Kind kind,
        List<BounceBucket> buckets,
        @Nullable Duration threshold,
        @Nullable BounceBucket faster,
        @Nullable BounceBucket slower,
        long pageViews,
        boolean sample) {

    /** Nobody looked. */
    public static final BrowserEvidence NONE =
            new BrowserEvidence(Kind.NO_PAGE_VIEWS, List.of(), null, null, null, 0, false);

    /** Fewer visits say nothing about anything. */
    static final int FEWEST_VISITS = 200;

    private static final double ALPHA = 0.05;

    private static final List<Duration> EDGES = LongStream.of(500, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toList();

    /** What can be said. */
    public enum Kind {
        /** The data has no page views. */
        NO_PAGE_VIEWS,
        /** The page views name no sessions. */
        NO_SESSIONS,
        /** Too few visits. */
        TOO_FEW_VISITS,
        /** Nobody leaves more often after a slow page, as far as this data can tell. */
        NO_DIFFERENCE,
        /** More people leave after a slow page. */
        LEAVE_SOONER
    }

    /** Copies the list. */
    public BrowserEvidence {
        Objects.requireNonNull(kind, "kind");
        buckets = List.copyOf(buckets);
    }

    /** Weighs the visits. */
    public static BrowserEvidence of(Visits visits) {
        List<Visit> all = visits.visits();
        if (all.size() < FEWEST_VISITS) {
            Kind kind = visits.pageViews() == 0
                    ? Kind.NO_PAGE_VIEWS
                    : visits.withoutSession() == visits.pageViews() ? Kind.NO_SESSIONS : Kind.TOO_FEW_VISITS;
            return new BrowserEvidence(kind, List.of(), null, null, null, visits.pageViews(), visits.sample());
        }
        List<BounceBucket> buckets = new ArrayList<>();
        Duration from = Duration.ZERO;
        for (Duration edge : EDGES) {
            buckets.add(bucket(all, from, edge));
            from = edge;
        }
        buckets.add(bucket(all, from, null));
        OptionalInt rise = rise(all, buckets);
        if (rise.isEmpty()) {
            return new BrowserEvidence(
                    Kind.NO_DIFFERENCE, buckets, null, null, null, visits.pageViews(), visits.sample());
        }
        Duration threshold = EDGES.get(rise.getAsInt());
        return new BrowserEvidence(
                Kind.LEAVE_SOONER,
                buckets,
                threshold,
                bucket(all, Duration.ZERO, threshold),
                buckets.get(rise.getAsInt() + 1),
                visits.pageViews(),
                visits.sample());
    }

    private static OptionalInt rise(List<Visit> visits, List<BounceBucket> buckets) {
        double[] pValues = new double[EDGES.size()];
        for (int i = 0; i < pValues.length; i++) {
            BounceBucket faster = bucket(visits, Duration.ZERO, EDGES.get(i));
            BounceBucket beyond = buckets.get(i + 1);
            pValues[i] = FisherExact.worsePValue(faster.visits(), faster.bounces(), beyond.visits(), beyond.bounces());
        }
        boolean[] rejected = HolmCorrection.rejected(pValues, ALPHA);
        return IntStream.range(0, rejected.length).filter(i -> rejected[i]).findFirst();
    }

    private static BounceBucket bucket(List<Visit> visits, Duration from, @Nullable Duration to) {
        long count = 0;
        long bounces = 0;
        for (Visit visit : visits) {
            boolean beyond = from.isZero() || visit.landing().compareTo(from) > 0;
            if (beyond && (to == null || visit.landing().compareTo(to) <= 0)) {
                count++;
                bounces += visit.isBounce() ? 1 : 0;
            }
        }
        return new BounceBucket(from, to, count, bounces);
    }
}
