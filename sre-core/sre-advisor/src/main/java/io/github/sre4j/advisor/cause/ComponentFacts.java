package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is said of the hosts or statements of a cause: each with its share, from metrics of all requests where they know them all. */
final class ComponentFacts {

    private static final int MOST = 5;

    private final List<CauseComponent> parts;
    private final Breakdown breakdown;

    ComponentFacts(List<CauseComponent> parts, Breakdown breakdown) {
        this.parts = parts;
        this.breakdown = breakdown;
    }

    List<Fact> facts() {
        if (parts.size() == 1) {
            return parts.get(0).known().map(segment -> List.of(alone(segment))).orElse(List.of());
        }
        List<Fact> facts = new ArrayList<>();
        double seconds = seconds();
        double nanos = parts.stream().mapToLong(CauseComponent::nanos).sum();
        for (CauseComponent part : parts.subList(0, Math.min(MOST, parts.size()))) {
            facts.add(part.known()
                    .filter(segment -> measured() && seconds > 0)
                    .map(segment -> Fact.of(
                            Basis.METRICS,
                            "per-request-part",
                            part.name(),
                            new Fact.Times(breakdown.perRequest(segment)),
                            each(segment),
                            new Fact.Share(segment.totalSeconds() / seconds),
                            breakdown.requests()))
                    .orElseGet(() -> Fact.of(
                            Basis.TRACES, "part", part.name(), new Fact.Share(nanos == 0 ? 0 : part.nanos() / nanos))));
        }
        if (parts.size() > MOST) {
            facts.add(Fact.of(measured() ? Basis.METRICS : Basis.TRACES, "parts-more", (long) parts.size() - MOST));
        }
        return facts;
    }

    /** Whether metrics know all of them. */
    boolean measured() {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.known().isPresent());
    }

    /** What metrics know for all of them, over the window. */
    double seconds() {
        return parts.stream()
                .flatMap(part -> part.known().stream())
                .mapToDouble(Segment::totalSeconds)
                .sum();
    }

    private Fact alone(Segment segment) {
        return Fact.of(
                Basis.METRICS,
                "per-request",
                parts.get(0).name(),
                new Fact.Times(breakdown.perRequest(segment)),
                each(segment),
                breakdown.requests());
    }

    private Duration each(Segment segment) {
        return Duration.ofNanos(Math.round(segment.totalSeconds() / breakdown.requests() * 1e9));
    }
}
