package io.github.sre4j.baseline;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.standard.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The known misses of a product.
 *
 * @param standardName the standard they were measured against
 * @param standardVersion its version
 * @param misses the misses, by endpoint and SLI, each once
 * @param fixes changes on their way to production, by endpoint and SLI, each once
 * @param edited the misses that somebody wrote or changed by hand, so that nothing shows what they were derived from
 */
public record Baseline(
        String standardName,
        String standardVersion,
        List<KnownViolation> misses,
        List<PendingFix> fixes,
        List<KnownViolation> edited) {

    /** A baseline without a fix in flight. */
    public Baseline(String standardName, String standardVersion, List<KnownViolation> misses) {
        this(standardName, standardVersion, misses, List.of());
    }

    /** A baseline of which no entry was edited by hand. */
    public Baseline(String standardName, String standardVersion, List<KnownViolation> misses, List<PendingFix> fixes) {
        this(standardName, standardVersion, misses, fixes, List.of());
    }

    /**
     * Sorts the lists. Of two entries for one SLI, as a merge of two branches may leave them, the tighter one counts, of two fixes the one that
     * ends first: a baseline only ever gets tighter.
     */
    public Baseline {
        Objects.requireNonNull(standardName, "standardName");
        Objects.requireNonNull(standardVersion, "standardVersion");
        List<KnownViolation> sorted = new ArrayList<>(misses);
        sorted.sort(KnownViolation.ORDER
                .thenComparingDouble(miss -> miss.tally().badRatio())
                .thenComparing(miss -> miss.tally().total(), Comparator.reverseOrder()));
        List<KnownViolation> once = new ArrayList<>();
        for (KnownViolation miss : sorted) {
            if (once.isEmpty() || !once.get(once.size() - 1).isSameAs(miss)) {
                once.add(miss);
            }
        }
        misses = List.copyOf(once);
        List<PendingFix> inFlight = new ArrayList<>();
        for (PendingFix fix : fixes.stream().sorted(PendingFix.ORDER).toList()) {
            if (inFlight.isEmpty() || !inFlight.get(inFlight.size() - 1).isSameAs(fix)) {
                inFlight.add(fix);
            }
        }
        fixes = List.copyOf(inFlight);
        edited = edited.stream().filter(once::contains).toList();
    }

    /** The same misses with these fixes. */
    public Baseline with(List<PendingFix> inFlight) {
        return new Baseline(standardName, standardVersion, misses, inFlight, edited);
    }

    /** What is known of that SLI. */
    public Optional<KnownViolation> find(EndpointName endpoint, SliKind kind) {
        return misses.stream()
                .filter(miss -> miss.kind() == kind && miss.endpoint().equals(endpoint))
                .findFirst();
    }

    /** Whether it was measured against that standard, in that version. */
    public boolean isOf(Standard standard) {
        return standardName.equals(standard.name()) && standardVersion.equals(standard.version());
    }
}
