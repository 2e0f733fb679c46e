package io.github.sre4j.lint;

import static io.github.sre4j.lint.Findings.quoted;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.BaselineComparison.Stale;
import io.github.sre4j.baseline.BaselineComparison.Why;
import io.github.sre4j.baseline.KnownViolation;
import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Standard;
import java.time.LocalDate;
import java.util.Optional;

/** Entries of the baseline that no longer fit. */
final class BaselineEntries {

    private BaselineEntries() {}

    static void check(Standard standard, Baseline baseline, LocalDate today, Places places, Findings found) {
        if (!baseline.isOf(standard)) {
            found.say(
                    LintRule.BASELINE_OTHER_STANDARD,
                    places.baselineHead(),
                    quoted(baseline.standardName()),
                    quoted(baseline.standardVersion()),
                    quoted(standard.name()),
                    quoted(standard.version()));
        }
        for (KnownViolation entry : baseline.misses()) {
            if (outdated(standard, entry)) {
                found.say(
                        LintRule.BASELINE_ENTRY_OUTDATED,
                        places.entry(baseline, entry),
                        label(entry.endpoint()),
                        kind(entry.kind(), found));
            }
        }
        for (KnownViolation entry : baseline.edited()) {
            found.say(
                    LintRule.BASELINE_ENTRY_EDITED,
                    places.entry(baseline, entry),
                    label(entry.endpoint()),
                    kind(entry.kind(), found));
        }
        for (PendingFix fix : baseline.fixes()) {
            if (!fix.holdsOn(today)) {
                found.say(
                        LintRule.BASELINE_FIX_OVER,
                        places.entry(baseline, fix),
                        label(fix.endpoint()),
                        kind(fix.kind(), found),
                        found.formats().date(fix.until()));
            }
        }
    }

    /** Says which entries nothing misses any more, but for those that {@link #check} names. */
    static void stale(Standard standard, Baseline baseline, Iterable<Stale> stale, Places places, Findings found) {
        for (Stale each : stale) {
            if (!outdated(standard, each.entry())) {
                found.say(
                        LintRule.BASELINE_ENTRY_STALE,
                        places.entry(baseline, each.entry()),
                        label(each.entry().endpoint()),
                        kind(each.entry().kind(), found),
                        each.why() == Why.MET ? 1 : 0);
            }
        }
    }

    private static boolean outdated(Standard standard, KnownViolation entry) {
        Optional<EndpointClass> held = standard.classOf(entry.endpoint());
        Optional<Sli> sli = held.stream()
                .flatMap(each -> each.slis().stream())
                .filter(each -> each.kind() == entry.kind())
                .findFirst();
        return !sli.equals(Optional.of(entry.sli()));
    }

    private static String label(EndpointName endpoint) {
        return quoted(Endpoint.of(endpoint).label());
    }

    private static String kind(SliKind kind, Findings found) {
        return switch (kind) {
            case LATENCY -> found.text("latency");
            case ERRORS -> found.text("errors");
            case SHIFT -> found.text("shift");
        };
    }
}
