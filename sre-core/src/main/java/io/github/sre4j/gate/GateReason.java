package io.github.sre4j.gate;

import java.util.List;
import java.util.Objects;

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
        /** The baseline was measured against another standard: which. */
        BASELINE_OTHER_STANDARD("baseline-other-standard"),
        /** Known misses are met now: their number, the first one's name. */
        BASELINE_MET("baseline-met"),
        /** Known misses are of endpoints without traffic: their number, the first one's name. */
        BASELINE_GONE("baseline-gone"),
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

        Kind(String id) {
            this.id = id;
        }

        /** The word used in files and message bundles. */
        public String id() {
            return id;
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
