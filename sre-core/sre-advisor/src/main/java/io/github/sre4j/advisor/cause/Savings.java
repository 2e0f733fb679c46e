package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.cause.LatencyCauses.Group;
import io.github.sre4j.advisor.impact.Saving;
import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What fixes take from the traces looked at. */
final class Savings {

    private final List<SlowTrace> slow;
    private final double normalNanos;

    Savings(List<SlowTrace> slow, List<SlowTrace> normal) {
        this.slow = slow;
        this.normalNanos = Medians.of(normal.stream()
                .map(each -> (double) each.trace().durationNanos())
                .toList());
    }

    Saving of(Group group, Saving.Of of) {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < slow.size(); i++) {
            double saves = 0;
            for (Finding finding : group.byTrace().get(i)) {
                saves += saves(finding, slow.get(i));
            }
            double whole = slow.get(i).whole(of);
            shares.add(whole <= 0 ? 0 : Math.min(1, saves / whole));
        }
        return new Saving(of, shares);
    }

    /** The saving of the fix, capped by drag where the detector knows one. */
    private double saves(Finding finding, SlowTrace trace) {
        return switch (finding.kind()) {
            // A warm instance answers as it does later.
            case COLD_START -> Math.max(0, trace.trace().durationNanos() - normalNanos);
            // Off the path of the request, at best.
            case REMOTE_CALL_IN_TRANSACTION -> drag(finding, trace);
            case SERIAL_HTTP_CALLS ->
                finding.savesUpToNanos() > 0
                        ? finding.savesUpToNanos()
                        : Math.min(allButLongest(finding), drag(finding, trace));
            // The rows are still read: at best in the time of one batch or page.
            case CHUNKED_READS, PAGED_READS -> Math.min(allButLongest(finding), drag(finding, trace));
            default -> finding.savesUpToNanos();
        };
    }

    /** Calls that need each other can only become one, which then takes as long as the longest of them. */
    private static double allButLongest(Finding finding) {
        long longest = finding.evidence().stream()
                .filter(each -> each.key() == Evidence.Key.LONGEST_NANOS)
                .mapToLong(Evidence::number)
                .max()
                .orElse(finding.unionNanos() / Math.max(1, finding.count()));
        return Math.max(0, finding.unionNanos() - longest);
    }

    private static double drag(Finding finding, SlowTrace trace) {
        return finding.spanIds().stream()
                .map(trace.trace()::indexOf)
                .filter(OptionalInt::isPresent)
                .mapToLong(
                        index -> trace.analysis().times().get(index.getAsInt()).dragNanos())
                .sum();
    }
}
