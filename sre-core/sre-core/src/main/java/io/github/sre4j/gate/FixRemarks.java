package io.github.sre4j.gate;

import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.fix.ChangeDetection;
import io.github.sre4j.fix.ChangeDetection.Unseen;
import io.github.sre4j.fix.FailingSli;
import io.github.sre4j.fix.FixDecision;
import io.github.sre4j.fix.FixReview;
import io.github.sre4j.gate.GateReason.Kind;
import java.util.ArrayList;
import java.util.List;

/** What the gate says of fixes in flight. */
final class FixRemarks {

    /** As long as people usually write a commit. */
    private static final int SHORT_COMMIT = 10;

    private FixRemarks() {}

    /** Why a build passes in which every miss that would fail it has a fix in flight. */
    static GateReason verdict(List<FailingSli> failing) {
        long endpoints = failing.stream().map(FailingSli::endpoint).distinct().count();
        return GateReason.of(Kind.FIX_COVERS, endpoints, failing.get(0).label());
    }

    static List<GateReason> of(FixReview fixes) {
        List<GateReason> remarks = new ArrayList<>();
        // An endpoint with two missed SLIs has two fixes, of which the same is to be said.
        fixes.uses().stream().map(FixRemarks::of).distinct().forEach(remarks::add);
        if (!fixes.placeless().isEmpty()) {
            remarks.add(GateReason.of(
                    Kind.FIX_PLACELESS,
                    fixes.placeless().size(),
                    fixes.placeless().get(0)));
        }
        fixes.look().filter(look -> look.why() != null).map(FixRemarks::unseen).ifPresent(remarks::add);
        return remarks;
    }

    private static GateReason of(FixDecision use) {
        PendingFix fix = use.fix();
        String commit =
                fix.commit().substring(0, Math.min(SHORT_COMMIT, fix.commit().length()));
        return switch (use.state()) {
            case CARRIED ->
                GateReason.of(
                        Kind.FIX_CARRIED,
                        use.label(),
                        commit,
                        use.touched().map(FixRemarks::place).orElse(""),
                        fix.until(),
                        fix.attempt());
            case IN_FLIGHT -> GateReason.of(inFlight(use), use.label(), commit, fix.until(), fix.attempt());
            case OVERDUE -> GateReason.of(Kind.FIX_OVERDUE, use.label(), commit, fix.until(), fix.attempt());
            case WITHOUT_EFFECT ->
                GateReason.of(Kind.FIX_WITHOUT_EFFECT, use.label(), commit, fix.until(), fix.attempt());
            case GOT_WORSE -> GateReason.of(Kind.FIX_GOT_WORSE, use.label(), commit, fix.until(), fix.attempt());
        };
    }

    private static Kind inFlight(FixDecision use) {
        return switch (use.effect()) {
            case HELPS -> Kind.FIX_HELPS;
            case TOO_LITTLE_TRAFFIC -> Kind.FIX_TOO_LITTLE_TRAFFIC;
            case DEPLOYMENT_UNKNOWN, CHANGES_NOTHING -> Kind.FIX_DEPLOYMENT_UNKNOWN;
        };
    }

    private static String place(SourceLocation place) {
        return place.file().substring(place.file().lastIndexOf('/') + 1) + ":" + place.line();
    }

    private static GateReason unseen(ChangeDetection look) {
        Unseen why = look.why() == null ? Unseen.FAILED : look.why();
        return switch (why) {
            case NO_GIT -> GateReason.of(Kind.FIX_NO_GIT);
            case NO_REPOSITORY -> GateReason.of(Kind.FIX_NO_REPOSITORY);
            case SHALLOW -> GateReason.of(Kind.FIX_SHALLOW);
            case NO_DEFAULT_BRANCH -> GateReason.of(Kind.FIX_NO_DEFAULT_BRANCH);
            case NOTHING_BEFORE -> GateReason.of(Kind.FIX_NOTHING_BEFORE);
            case FAILED -> GateReason.of(Kind.FIX_GIT_FAILED, look.detail());
        };
    }
}
