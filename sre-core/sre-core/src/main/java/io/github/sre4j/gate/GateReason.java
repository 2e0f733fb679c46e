package io.github.sre4j.gate;

import io.github.sre4j.fix.FixReviewer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reason for a decision, in a form that can be put into words in any language.
 *
 * @param kind what is said; the words are in the message bundle under {@code gate.<id>}
 * @param arguments what it is said of, in the order {@link Kind} names
 */
public record GateReason(Kind kind, List<Object> arguments) {

    /** What can be said. */
    public enum Kind {
        /** Endpoints miss, and the build fails: number of missed endpoints, number judged. */
        MISSED_FAILS("missed-fails"),
        /** Endpoints miss, the build only observes: number of missed endpoints, number judged. */
        MISSED_OBSERVED("missed-observed"),
        /** Endpoints miss, all as the baseline knows it: number of missed endpoints, number judged. */
        MISSED_KNOWN("missed-known"),
        /** Endpoints miss that are new, or worse than known: number of new ones, number of worse ones, label of the first. */
        MISSED_WORSE("missed-worse"),
        /** Endpoints miss, and there is no baseline yet: number of missed endpoints, number judged. */
        MISSED_NO_BASELINE("missed-no-baseline"),
        /** Somebody let the build pass although it misses: why. */
        OVERRIDDEN("overridden"),
        /** What is new or worse has a fix in flight: number of such endpoints, label of the first. */
        FIX_COVERS("fix-covers", FixReviewer.class),
        /** The build carries the fix of a miss: label, commit, place in the code, last day. */
        FIX_CARRIED("fix-carried", FixReviewer.class),
        /** A fix is in flight, and when it was deployed is not known: label, commit, last day. */
        FIX_DEPLOYMENT_UNKNOWN("fix-deployment-unknown", FixReviewer.class),
        /** A fix is deployed, with too little traffic since to say what it did: label, commit, last day. */
        FIX_TOO_LITTLE_TRAFFIC("fix-too-little-traffic", FixReviewer.class),
        /** A fix is deployed and helps: label, commit, last day. */
        FIX_HELPS("fix-helps", FixReviewer.class),
        /** The time of a fix is over: label, commit, last day. */
        FIX_OVERDUE("fix-overdue", FixReviewer.class),
        /** A fix is deployed and changes nothing: label, commit. */
        FIX_WITHOUT_EFFECT("fix-without-effect", FixReviewer.class),
        /** A miss with a fix in flight has become worse: label, commit. */
        FIX_GOT_WORSE("fix-got-worse", FixReviewer.class),
        /** Where missed endpoints live in the source code is not known: their number, label of the first. */
        FIX_PLACELESS("fix-placeless", FixReviewer.class),
        /** The change under build cannot be seen, because there is no Git. */
        FIX_NO_GIT("fix-no-git", FixReviewer.class),
        /** … because the folder is in no repository. */
        FIX_NO_REPOSITORY("fix-no-repository", FixReviewer.class),
        /** … because the clone lacks the commits to compare with. */
        FIX_SHALLOW("fix-shallow", FixReviewer.class),
        /** … because no default branch is known. */
        FIX_NO_DEFAULT_BRANCH("fix-no-default-branch", FixReviewer.class),
        /** … because there is no earlier commit. */
        FIX_NOTHING_BEFORE("fix-nothing-before", FixReviewer.class),
        /** … because Git failed: what it said. */
        FIX_GIT_FAILED("fix-git-failed", FixReviewer.class),
        /** The baseline was measured against another standard: which. */
        BASELINE_OTHER_STANDARD("baseline-other-standard"),
        /** Known misses are met now: their number, the first one's name. */
        BASELINE_MET("baseline-met"),
        /** Known misses are of endpoints without traffic: their number, the first one's name. */
        BASELINE_GONE("baseline-gone"),
        /** Known misses were edited by hand: their number, the first one's name. */
        BASELINE_EDITED("baseline-edited"),
        /** Too many requests had no route: their number, all requests, their share, the limit, the names. */
        UNROUTED("unrouted"),
        /** A large share of the requests is excluded: their number, all requests, their share, those with errors, the names. */
        EXCLUDED_SHARE("excluded-share"),
        /** The answers of the source do not add up: how many contradictions, the first one. */
        INCOMPLETE("incomplete"),
        /** No endpoint misses, because all that would are waived: endpoints waived, endpoints judged. */
        ALL_WAIVED("all-waived"),
        /** Waivers do not apply, because they would cover more requests than the standard allows: their number, the first one's pattern, the share, the limit. */
        WAIVERS_REFUSED("waivers-refused"),
        /** A large share of the requests is waived: their number, requests of all endpoints, their share, the names. */
        WAIVED_SHARE("waived-share"),
        /** No endpoint misses: number of endpoints judged. */
        NOTHING_MISSED("nothing-missed"),
        /** The source holds no request event at all: description of the source. */
        NO_EVENTS("no-events"),
        /** All events lie outside the window: their number, the window's begin and end, their first and last instant. */
        ALL_OUTSIDE_WINDOW("all-outside-window"),
        /** There were events, but none of an endpoint that the standard judges: events, names set aside. */
        NOTHING_JUDGED("nothing-judged"),
        /** Endpoints match no class of the standard: their number, the first one's name. */
        UNCLASSIFIED("unclassified"),
        /** Classes of the standard that match no endpoint: their number, each one's name and first pattern. */
        CLASS_UNUSED("class-unused"),
        /** Lines or rows could not be used: their number, where the first one is, what is wrong with it. */
        REJECTED("rejected"),
        /** More lines were unusable than usable: both numbers, where the first one is, what is wrong with it. */
        MOSTLY_REJECTED("mostly-rejected"),
        /** Events are a sample: percentage kept. */
        SAMPLED("sampled");

        private final String id;
        private final @Nullable Class<?> room;

        Kind(String id) {
            this(id, null);
        }

        Kind(String id, @Nullable Class<?> room) {
            this.id = id;
            this.room = room;
        }

        /** The word used in files and message bundles. */
        public String id() {
            return id;
        }

        /** A class of the room whose message bundle has the words, if not the common one. */
        public Optional<Class<?>> room() {
            return Optional.ofNullable(room);
        }
    }

    /** Copies the list. */
    public GateReason {
        Objects.requireNonNull(kind, "kind");
        arguments = List.copyOf(arguments);
    }

    /** Makes a reason. */
    public static GateReason of(Kind kind, Object... arguments) {
        return new GateReason(kind, List.of(arguments));
    }
}
