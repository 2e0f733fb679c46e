package io.github.sre4j.fix;

import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.SliKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which of the misses that fail a build pass because a fix of them is in flight.
 *
 * @param uses one for each miss with a fix, in the order of the misses
 * @param look the change under build, or why it cannot be seen; empty if nobody had to look
 * @param placeless labels of missed endpoints whose place in the source code is not known, in the order of the misses; only where a change was seen
 */
public record FixReview(List<FixDecision> uses, Optional<ChangeDetection> look, List<String> placeless) {

    /** Nothing was to be reviewed. */
    public static final FixReview NONE = new FixReview(List.of(), Optional.empty(), List.of());

    /** Copies the lists. */
    public FixReview {
        uses = List.copyOf(uses);
        Objects.requireNonNull(look, "look");
        placeless = List.copyOf(placeless);
    }

    /** The fix that lets an SLI's miss pass; empty if there is none. */
    public Optional<PendingFix> covering(EndpointName endpoint, SliKind kind) {
        return uses.stream()
                .filter(FixDecision::covers)
                .map(FixDecision::fix)
                .filter(fix -> fix.isAbout(endpoint, kind))
                .findFirst();
    }
}
