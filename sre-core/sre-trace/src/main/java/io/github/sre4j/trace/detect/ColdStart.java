package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.Trace;
import java.util.List;

/**
 * The first request after a start: a servlet was initialised inside it. Then classes are loaded and nothing is compiled yet, so every
 * part takes many times its usual time; what looks slow here may be fast in the next request.
 *
 * @param minNanos a request faster than this needs no such explanation; 500 ms
 */
record ColdStart(long minNanos) implements Detector {

    /** With the thresholds named above. */
    public static final ColdStart DEFAULT = new ColdStart(500_000_000);

    @Override
    public List<Finding> find(DetectionContext seen) {
        Trace trace = seen.trace();
        for (int i = 1; i < trace.size(); i++) {
            Span span = trace.span(i);
            if (span.category() == SpanCategory.OTHER && span.name().endsWith("Servlet/init")) {
                boolean quick = trace.durationNanos() < minNanos;
                return List.of(new FindingBuilder(seen, FindingKind.COLD_START, i)
                        .about(trace.span(i).service())
                        .took(trace.durationNanos())
                        .text(Evidence.Key.SOURCE, "span")
                        .harmlessIf(quick, Harmless.Reason.BELOW_TIME_LIMIT, minNanos)
                        .finding());
            }
        }
        return List.of();
    }
}
