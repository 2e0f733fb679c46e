package io.github.sre4j.trace.render;

import io.github.sre4j.trace.compare.CohortComparison;
import io.github.sre4j.trace.compare.Cohorts;
import io.github.sre4j.trace.compare.Difference;
import io.github.sre4j.trace.compare.Feature;
import io.github.sre4j.trace.compare.PairComparison;
import io.github.sre4j.trace.story.Arg;
import java.util.ArrayList;
import java.util.List;

/** A comparison as sentences: keys of the bundle with values. */
final class ComparisonLines {

    private static final int MAX_DIFFERENCES = 12;
    private static final int MAX_TIES = 5;
    private static final int MAX_PARTS = 15;
    private static final int MAX_ATTRIBUTES = 8;

    private ComparisonLines() {}

    /**
     * A sentence.
     *
     * @param depth 0 for a title, 1 for an item, 2 for what belongs to the item before
     * @param key in the bundle
     * @param values its arguments
     */
    record Line(int depth, String key, List<Arg> values) {}

    static List<Line> of(String endpoint, Cohorts.Split split, CohortComparison comparison) {
        List<Line> lines = new ArrayList<>();
        Arg slow = new Arg.Count(comparison.slow());
        Arg normal = new Arg.Count(comparison.normal());
        lines.add(new Line(0, "compare.title", List.of(slow, normal, new Arg.Name(endpoint))));
        if (!comparison.enough()) {
            lines.add(new Line(1, "compare.too-few", List.of(slow, normal, new Arg.Count(comparison.needed()))));
            return lines;
        }
        lines.add(new Line(
                1, "compare.split", List.of(new Arg.Time(split.slowFromNanos()), new Arg.Time(split.normalToNanos()))));
        if (comparison.differences().isEmpty()) {
            lines.add(new Line(1, "compare.nothing", List.of(slow, normal)));
        }
        comparison.differences().stream().limit(MAX_DIFFERENCES).forEach(each -> {
            lines.add(difference(each));
            if (!each.ties().isEmpty()) {
                List<Arg> ties = each.ties().stream()
                        .limit(MAX_TIES)
                        .map(ComparisonLines::name)
                        .toList();
                int more = each.ties().size() - ties.size();
                lines.add(new Line(
                        2,
                        more > 0 ? "compare.tie-more" : "compare.tie",
                        List.of(new Arg.Items(ties), new Arg.Count(more))));
            }
        });
        int more = comparison.differences().size() - MAX_DIFFERENCES;
        if (more > 0) {
            lines.add(new Line(1, "compare.more", List.of(new Arg.Count(more))));
        }
        lines.add(new Line(1, "compare.tested", List.of(new Arg.Count(comparison.tested()))));
        return lines;
    }

    /** Values: 0 name, 1 value, 2 slow with it, 3 slow, 4 share, 5 normal with it, 6 normal, 7 share, 8 and 9 medians of calls. */
    private static Line difference(Difference difference) {
        Feature feature = difference.feature();
        String key = switch (feature.kind()) {
            case PRESENCE -> "compare.presence";
            case CALLS -> "compare.count";
            case ATTRIBUTE -> "compare.attribute";
        };
        return new Line(
                1,
                key,
                List.of(
                        new Arg.Name(feature.name()),
                        new Arg.Name(feature.value()),
                        new Arg.Count(difference.slowWith()),
                        new Arg.Count(difference.slowOf()),
                        new Arg.Share(difference.slowShare()),
                        new Arg.Count(difference.normalWith()),
                        new Arg.Count(difference.normalOf()),
                        new Arg.Share(difference.normalShare()),
                        new Arg.Count(Math.round(difference.slowMedian())),
                        new Arg.Count(Math.round(difference.normalMedian()))));
    }

    private static Arg name(Feature feature) {
        return feature.kind() == Feature.Kind.ATTRIBUTE
                ? new Arg.Phrase(
                        "compare.name-value", List.of(new Arg.Name(feature.name()), new Arg.Name(feature.value())))
                : new Arg.Name(feature.name());
    }

    static List<Line> of(PairComparison pair) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                0,
                "compare.two",
                List.of(
                        new Arg.Name(pair.first().traceId()),
                        new Arg.Time(pair.first().durationNanos()),
                        new Arg.Name(pair.second().traceId()),
                        new Arg.Time(pair.second().durationNanos()))));
        if (!pair.first().endpoint().equals(pair.second().endpoint())) {
            lines.add(new Line(
                    1,
                    "compare.other-endpoint",
                    List.of(
                            new Arg.Name(pair.first().endpoint()),
                            new Arg.Name(pair.second().endpoint()))));
        }
        pair.parts().stream().limit(MAX_PARTS).forEach(part -> lines.add(part(part)));
        int more = pair.parts().size() - MAX_PARTS;
        if (more > 0) {
            lines.add(new Line(1, "compare.more", List.of(new Arg.Count(more))));
        }
        pair.attributes().stream()
                .limit(MAX_ATTRIBUTES)
                .forEach(change -> lines.add(new Line(
                        1,
                        change.first() == null
                                ? "compare.attribute-second"
                                : change.second() == null ? "compare.attribute-first" : "compare.attribute-both",
                        List.of(
                                new Arg.Name(change.name()),
                                new Arg.Name(change.first() == null ? "" : change.first()),
                                new Arg.Name(change.second() == null ? "" : change.second())))));
        if (pair.parts().isEmpty() && pair.attributes().isEmpty()) {
            lines.add(new Line(1, "compare.same", List.of()));
        }
        return lines;
    }

    private static Line part(PairComparison.Part part) {
        Arg name = new Arg.Name(part.name());
        if (part.secondCount() == 0) {
            return new Line(
                    1,
                    "compare.only-first",
                    List.of(name, new Arg.Count(part.firstCount()), new Arg.Time(part.firstNanos())));
        }
        if (part.firstCount() == 0) {
            return new Line(
                    1,
                    "compare.only-second",
                    List.of(name, new Arg.Count(part.secondCount()), new Arg.Time(part.secondNanos())));
        }
        return new Line(
                1,
                "compare.both",
                List.of(
                        name,
                        new Arg.Count(part.firstCount()),
                        new Arg.Time(part.firstNanos()),
                        new Arg.Count(part.secondCount()),
                        new Arg.Time(part.secondNanos())));
    }
}
