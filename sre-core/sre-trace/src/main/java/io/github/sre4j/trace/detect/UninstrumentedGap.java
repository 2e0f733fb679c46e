package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Time of a span on the critical path in which nothing below it was measured: the code of the span itself, or something the agent does
 * not see (locks, garbage collection, class loading, a library). The data cannot tell which, and neither does this.
 *
 * @param minNanos less is not told; 50 ms
 * @param minShare less of the request is not told; a tenth
 * @param maxTold at most this many are told, the longest; 3
 */
record UninstrumentedGap(long minNanos, double minShare, int maxTold) implements Detector {

    /** With the thresholds named above. */
    public static final UninstrumentedGap DEFAULT = new UninstrumentedGap(50_000_000, 0.1, 3);

    /** What such time could be saved is not known: work that is needed, or not. */
    private static final double CAUSE_UNKNOWN = 0.3;

    @Override
    public List<Finding> find(DetectionContext seen) {
        long limit = Math.max(minNanos, (long) (seen.trace().durationNanos() * minShare));
        List<Integer> gaps = new ArrayList<>();
        for (int i = 0; i < seen.trace().size(); i++) {
            if (seen.path().times(i).pathNanos() >= limit && own(seen.span(i))) {
                gaps.add(i);
            }
        }
        gaps.sort((one, other) -> Long.compare(
                seen.path().times(other).pathNanos(), seen.path().times(one).pathNanos()));
        return gaps.stream().limit(maxTold).map(gap -> finding(seen, gap)).toList();
    }

    /** Whether the span's own time is time of its service: a call's own time is its callee's. */
    private static boolean own(Span span) {
        return (span.category() == SpanCategory.OTHER || span.category() == SpanCategory.TRANSACTION)
                && span.kind() != SpanKind.CLIENT
                && !span.standIn();
    }

    private static Finding finding(DetectionContext seen, int gap) {
        long nanos = seen.path().times(gap).pathNanos();
        return new FindingBuilder(seen, FindingKind.UNINSTRUMENTED_GAP, gap)
                .about(seen.span(gap).name())
                .took(nanos)
                .saves(nanos)
                .confidence(CAUSE_UNKNOWN)
                .text(Evidence.Key.SOURCE, "span")
                .finding();
    }
}
