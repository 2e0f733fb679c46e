package io.github.sre4j.trace.mask;

import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Masks all that was computed about a trace; what reads the result can let nothing out. */
public final class MaskedAnalysis {

    private static final Set<FindingKind> ABOUT_STATEMENTS = EnumSet.of(
            FindingKind.N_PLUS_ONE_QUERIES,
            FindingKind.REPEATED_WRITES,
            FindingKind.BATCHED_WRITES,
            FindingKind.CHUNKED_READS,
            FindingKind.PAGED_READS,
            FindingKind.QUERY_CYCLE,
            FindingKind.SERIAL_QUERIES,
            FindingKind.SLOW_QUERY);

    private final Masking masking = new Masking();

    private MaskedAnalysis() {}

    /** The same analysis without secrets and people's data. */
    public static TraceAnalysis of(TraceAnalysis analysis) {
        return new MaskedAnalysis().masked(analysis);
    }

    /**
     * The same analysis with its errors and findings masked, but not the trace itself: for whoever reads many traces and tells of nothing but what
     * was found in them.
     */
    public static TraceAnalysis ofClaims(TraceAnalysis analysis) {
        MaskedAnalysis masked = new MaskedAnalysis();
        return new TraceAnalysis(
                analysis.trace(),
                analysis.path(),
                analysis.times(),
                analysis.background(),
                analysis.errors().stream().map(masked::origin).toList(),
                analysis.findings().stream().map(masked::finding).toList());
    }

    private TraceAnalysis masked(TraceAnalysis analysis) {
        Trace trace = analysis.trace().masked(masking);
        return new TraceAnalysis(
                trace,
                analysis.path(),
                analysis.times(),
                analysis.background(),
                analysis.errors().stream().map(this::origin).toList(),
                analysis.findings().stream().map(this::finding).toList());
    }

    private ErrorOrigin origin(ErrorOrigin origin) {
        return new ErrorOrigin(
                origin.rule(),
                origin.blame(),
                origin.spanId(),
                masking.text(origin.service()),
                masking.nullable(origin.errorClass()),
                masking.nullable(origin.message()),
                masking.place(origin.frame()),
                origin.outcome(),
                origin.spanPath(),
                origin.logIds(),
                origin.causes().stream().map(masking::text).toList(),
                origin.retryOf(),
                origin.confidence());
    }

    private Finding finding(Finding finding) {
        boolean statement = ABOUT_STATEMENTS.contains(finding.kind());
        return new Finding(
                finding.kind(),
                finding.harmless(),
                masking.text(finding.service()),
                masking.subject(finding.subject(), statement),
                finding.count(),
                finding.unionNanos(),
                finding.sumNanos(),
                finding.savesUpToNanos(),
                finding.confidence(),
                finding.independence(),
                finding.spanIds(),
                finding.evidence().stream().map(this::evidence).toList());
    }

    private Evidence evidence(Evidence evidence) {
        boolean statement = evidence.key() == Evidence.Key.CYCLE_MEMBER;
        @Nullable String text = evidence.text().isEmpty() ? "" : masking.subject(evidence.text(), statement);
        return new Evidence(evidence.key(), evidence.number(), text, evidence.spanIds());
    }
}
