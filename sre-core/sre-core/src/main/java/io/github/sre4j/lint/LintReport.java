package io.github.sre4j.lint;

import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a lint found.
 *
 * @param findings sorted by file, line and column
 * @param files what was read, in the order it was given
 * @param standard the name of the standard
 * @param traffic what became of the rules that look at traffic
 */
public record LintReport(List<Finding> findings, List<String> files, String standard, TrafficRules traffic) {

    /** What became of the rules that look at traffic. */
    public enum TrafficRules {
        /** They were applied. */
        APPLIED,
        /** They were not: no traffic was measured, or a file is not valid by which it would have been judged. */
        NOT_APPLIED,
        /** They were not, because there was no request in the window. */
        NO_REQUESTS
    }

    /** Copies the lists. */
    public LintReport {
        findings = List.copyOf(findings);
        files = List.copyOf(files);
    }

    /** How many findings have that severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Whether something is that bad or worse. */
    public boolean hasAtLeast(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity().compareTo(severity) <= 0);
    }

    /** The last lines for people: how much was found in what, and what was not looked for. */
    public List<String> summary(Texts texts) {
        Texts words = texts.of(LintReport.class);
        String read = files.isEmpty()
                ? words.get("summary.built-in", TextEscaping.forTerminal(standard))
                : files.stream().map(TextEscaping::forTerminal).collect(Collectors.joining(", "));
        String counts = findings.isEmpty()
                ? words.get("summary.clean", read)
                : words.get("summary", count(Severity.ERROR), count(Severity.WARNING), count(Severity.NOTE), read);
        return switch (traffic) {
            case APPLIED -> List.of(counts);
            case NOT_APPLIED -> List.of(counts, words.get("summary.no-traffic", skipped()));
            case NO_REQUESTS -> List.of(counts, words.get("summary.no-requests", skipped()));
        };
    }

    /** Why the build fails. */
    public String failure(Texts texts, String failOn) {
        Texts words = texts.of(LintReport.class);
        return words.get("fails", count(Severity.ERROR), count(Severity.WARNING), failOn);
    }

    private static String skipped() {
        return Arrays.stream(LintRule.values())
                .filter(LintRule::needsTraffic)
                .map(LintRule::id)
                .collect(Collectors.joining(", "));
    }
}
