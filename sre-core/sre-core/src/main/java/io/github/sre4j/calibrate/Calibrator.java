package io.github.sre4j.calibrate;

import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tries the thresholds of the ladder on a product. The source is measured once for each: exact counts, never a histogram's guess. Immutable and
 * thread-safe.
 */
public final class Calibrator {

    private static final String PAGES = "PageViewTiming/";

    private final TelemetrySource source;
    private final Standard standard;

    /**
     * A calibrator.
     *
     * @param source measures the product
     * @param standard the standard in force: its objectives stay, its threshold is tried beside others
     */
    public Calibrator(TelemetrySource source, Standard standard) {
        this.source = Objects.requireNonNull(source, "source");
        this.standard = Objects.requireNonNull(standard, "standard");
    }

    /** How often the source is measured. */
    public int measurements() {
        return inForce().map(Ladder::around).map(List::size).orElse(0);
    }

    /**
     * Tries every threshold.
     *
     * @return what each would mean; empty if no class of the standard judges the latency of requests
     * @throws TelemetryException if the source cannot be read
     */
    public Optional<Calibration> run(Window window, ProgressListener progress) throws TelemetryException {
        Optional<Duration> inForce = inForce();
        if (inForce.isEmpty()) {
            return Optional.empty();
        }
        List<Rung> rungs = new ArrayList<>();
        int endpoints = 0;
        long requests = 0;
        for (Duration threshold : Ladder.around(inForce.get())) {
            List<EndpointResult> judged = judged(window, threshold, progress);
            rungs.add(rung(threshold, judged));
            endpoints = judged.size();
            requests = judged.stream()
                    .mapToLong(result -> result.measurement().whole().requests())
                    .sum();
        }
        return Optional.of(
                new Calibration(inForce.get(), endpoints, requests, rungs, Suggestion.of(inForce.get(), rungs)));
    }

    /** The threshold of the first class that judges the latency of requests. */
    private Optional<Duration> inForce() {
        return standard.classes().stream()
                .filter(Calibrator::isOfRequests)
                .map(each -> each.latency().orElseThrow().threshold())
                .findFirst();
    }

    private static boolean isOfRequests(EndpointClass each) {
        return each.latency().isPresent()
                && each.match().stream().noneMatch(pattern -> pattern.text().startsWith(PAGES));
    }

    private List<EndpointResult> judged(Window window, Duration threshold, ProgressListener progress)
            throws TelemetryException {
        Standard tried = with(threshold);
        Measurements measured = source.measure(tried.plan(window), progress);
        return new Assessor(tried, List.of(), LocalDate.EPOCH)
                .assess(window, measured.endpoints()).endpoints().stream()
                        .filter(result -> isOfRequests(result.endpointClass()))
                        .toList();
    }

    private Standard with(Duration threshold) {
        return standard.withClasses(standard.classes().stream()
                .map(each -> isOfRequests(each)
                        ? new EndpointClass(
                                each.name(),
                                each.match(),
                                each.slis().stream()
                                        .map(sli -> with(sli, threshold))
                                        .toList())
                        : each)
                .toList());
    }

    private static Sli with(Sli sli, Duration threshold) {
        return sli instanceof LatencySli latency ? new LatencySli(threshold, latency.objective()) : sli;
    }

    private static Rung rung(Duration threshold, List<EndpointResult> judged) {
        return new Rung(
                threshold,
                count(judged, Verdict.MET),
                count(judged, Verdict.MISSED),
                count(judged, Verdict.UNDECIDED),
                judged.stream().map(result -> result.measurement().excess()).reduce(Duration.ZERO, Duration::plus));
    }

    private static int count(List<EndpointResult> judged, Verdict verdict) {
        return (int) judged.stream()
                .flatMap(result -> result.slis().stream())
                .filter(sli -> sli.sli().kind() == SliKind.LATENCY)
                .map(SliResult::verdict)
                .filter(verdict::equals)
                .count();
    }
}
