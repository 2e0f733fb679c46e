package io.github.sre4j.lint;

import java.util.Locale;

/** What is looked for. The ids are stable: people look them up and code hosts count by them. */
public enum LintRule {
    /** A file is not valid. */
    CONFIG_INVALID(Severity.ERROR, false),
    /** The baseline is no baseline. */
    BASELINE_INVALID(Severity.ERROR, false),
    /** A build cache skips the check where the inputs of a module have not changed. */
    BUILD_CACHE_SKIPS_CHECK(Severity.WARNING, false),
    /** No endpoint can belong to a class, because earlier ones match whatever it matches. */
    CLASS_SHADOWED(Severity.WARNING, false),
    /** The same of a class that comes from the standard this one extends. */
    INHERITED_CLASS_SHADOWED(Severity.NOTE, false),
    /** One of a class's patterns decides nothing, because earlier ones match whatever it matches. */
    PATTERN_SHADOWED(Severity.WARNING, false),
    /** A move of the product decides nothing, because earlier moves match whatever it matches. */
    MOVE_SHADOWED(Severity.WARNING, false),
    /** No endpoint with traffic belongs to a class. */
    CLASS_UNMATCHED(Severity.NOTE, true),
    /** A move matches no endpoint. */
    MOVE_UNMATCHED(Severity.WARNING, true),
    /** A waiver matches no endpoint. */
    WAIVER_UNMATCHED(Severity.WARNING, true),
    /** A waiver does not apply, because waivers would cover more requests than the standard allows. */
    WAIVER_TOO_BROAD(Severity.ERROR, true),
    /** A waiver ends soon. */
    WAIVER_ENDS_SOON(Severity.WARNING, false),
    /** A waiver has ended. */
    WAIVER_EXPIRED(Severity.WARNING, false),
    /** A latency threshold of a minute or more. */
    THRESHOLD_LONG(Severity.WARNING, false),
    /** A latency threshold below what a network takes. */
    THRESHOLD_SHORT(Severity.WARNING, false),
    /** A window shorter than a day. */
    WINDOW_SHORT(Severity.WARNING, false),
    /** A window longer than New Relic keeps one-minute data. */
    WINDOW_BEYOND_MINUTES(Severity.NOTE, false),
    /** A target that no endpoint of the class can be shown to meet with the traffic it has. */
    TARGET_UNPROVABLE(Severity.WARNING, true),
    /** A target that some endpoints of the class cannot be shown to meet. */
    TARGET_UNPROVABLE_FOR_SOME(Severity.NOTE, true),
    /** The baseline was measured against another standard. */
    BASELINE_OTHER_STANDARD(Severity.WARNING, false),
    /** An entry of the baseline that the standard does not judge as it did. */
    BASELINE_ENTRY_OUTDATED(Severity.WARNING, false),
    /** A fix in flight whose time is over. */
    BASELINE_FIX_OVER(Severity.WARNING, false),
    /** An entry of the baseline was written or changed by hand. */
    BASELINE_ENTRY_EDITED(Severity.WARNING, false),
    /** An entry of the baseline that nothing misses any more. */
    BASELINE_ENTRY_STALE(Severity.NOTE, true);

    private final Severity severity;
    private final boolean needsTraffic;

    LintRule(Severity severity, boolean needsTraffic) {
        this.severity = severity;
        this.needsTraffic = needsTraffic;
    }

    /** The word people look up: {@code class-shadowed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** Whether it looks at traffic, and so says nothing without. */
    public boolean needsTraffic() {
        return needsTraffic;
    }
}
