package io.github.sre4j.lint;

import io.github.sre4j.text.Texts;
import io.github.sre4j.text.Untrusted;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a lint found.
 *
 * @param findings sorted by file, line and column
 * @param files what was read, in the order it was given
 * @param standard the name of the standard
 * @param traffic whether rules that look at traffic were applied
 */
public record LintReport(List<Finding> findings, List<String> files, String standard, boolean traffic) {

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
                ? words.get("summary.built-in", Untrusted.forTerminal(standard))
                : files.stream().map(Untrusted::forTerminal).collect(Collectors.joining(", "));
        String counts = findings.isEmpty()
                ? words.get("summary.clean", read)
                : words.get("summary", count(Severity.ERROR), count(Severity.WARNING), count(Severity.NOTE), read);
        return traffic ? List.of(counts) : List.of(counts, words.get("summary.no-traffic", skipped()));
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
