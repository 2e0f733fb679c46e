package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Of several findings about the same time the one that says more counts; the others stay as covered by it. */
final class Overlaps {

    /** A finding below a call explains the call if it takes this share of it. */
    private static final double EXPLAINS = 0.5;

    private static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> !finding.material())
            .thenComparing(finding -> finding.kind() != FindingKind.COLD_START)
            .thenComparing(finding -> -weight(finding))
            .thenComparing(finding -> -finding.unionNanos())
            .thenComparing(Finding::kind)
            .thenComparing(finding -> finding.spanIds().toString());

    /** Findings that state a property of a span or a cause, not a claim on its time. */
    private static final Set<FindingKind> BESIDE = EnumSet.of(
            FindingKind.REMOTE_CALL_IN_TRANSACTION, FindingKind.GC_PAUSE, FindingKind.COLD_START, FindingKind.QUEUEING);

    private final DetectionContext seen;

    Overlaps(DetectionContext seen) {
        this.seen = seen;
    }

    List<Finding> settle(List<Finding> found) {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(ORDER);
        List<Finding> claims = sorted.stream()
                .filter(finding -> finding.material() && !BESIDE.contains(finding.kind()))
                .toList();
        Set<String> claimed = new HashSet<>();
        List<Finding> settled = new ArrayList<>();
        for (Finding finding : sorted) {
            boolean claim = finding.material() && !BESIDE.contains(finding.kind());
            boolean covered = claim && (claimed.containsAll(finding.spanIds()) || explainedBelow(finding, claims));
            settled.add(covered ? coveredByOther(finding) : finding);
            if (claim && !covered) {
                claimed.addAll(finding.spanIds());
            }
        }
        settled.sort(ORDER);
        return settled;
    }

    private boolean explainedBelow(Finding call, List<Finding> claims) {
        return call.kind() == FindingKind.SLOW_EXTERNAL_CALL
                && claims.stream()
                        .filter(other -> other.unionNanos() >= call.unionNanos() * EXPLAINS)
                        .anyMatch(other -> isBelow(other, call.spanIds().get(0)));
    }

    private boolean isBelow(Finding other, String callId) {
        Trace trace = seen.trace();
        int call = trace.indexOf(callId).orElse(-1);
        return call >= 0
                && other.spanIds().stream()
                        .mapToInt(id -> trace.indexOf(id).orElse(-1))
                        .allMatch(span -> span > call && span < trace.subtreeEnd(call));
    }

    /** What a fix may save; of findings that promise nothing, half of the time they took. */
    private static long weight(Finding finding) {
        long saves = finding.savesUpToNanos();
        return Math.round(saves > 0 || !finding.material() ? saves * finding.confidence() : finding.unionNanos() * 0.5);
    }

    private static Finding coveredByOther(Finding finding) {
        return new Finding(
                finding.kind(),
                new Harmless(Harmless.Reason.COVERED_BY_OTHER, finding.unionNanos(), 0),
                finding.service(),
                finding.subject(),
                finding.count(),
                finding.unionNanos(),
                finding.sumNanos(),
                0,
                finding.confidence(),
                finding.independence(),
                finding.spanIds(),
                finding.evidence());
    }
}
