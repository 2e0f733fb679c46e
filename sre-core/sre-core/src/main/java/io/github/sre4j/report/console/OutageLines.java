package io.github.sre4j.report.console;

import io.github.sre4j.report.console.ConsoleLine.Level;
import io.github.sre4j.report.console.ConsoleLine.Style;
import io.github.sre4j.report.json.StoredReport;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a build says that could not be checked, because telemetry is out of reach. Immutable and thread-safe. */
public final class OutageLines {

    private final Texts texts;

    /** The lines in that language. */
    public OutageLines(Texts texts) {
        this.texts = texts;
    }

    /**
     * The lines.
     *
     * @param why what is out of reach, a sentence without its full stop
     * @param last the last check that worked, if one is known
     * @param now when this is
     * @param inARow how many checks in a row were not possible, this one included
     * @param most how many are tolerated; 0 for any number
     */
    public List<ConsoleLine> lines(String why, Optional<StoredReport> last, Instant now, int inARow, int most) {
        ConsoleLines lines = new ConsoleLines(ConsoleReport.COLUMNS);
        lines.add(Level.WARN, Style.WARN, texts.get("outage.not-checked", TextEscaping.printable(why)));
        lines.add(
                Level.WARN,
                Style.PLAIN,
                last.map(report -> last(report, now)).orElseGet(() -> texts.get("outage.no-last")));
        lines.add(
                Level.WARN,
                Style.PLAIN,
                most == 0 ? texts.get("outage.goes-on") : texts.get("outage.goes-on.counted", inARow, most));
        return lines.all();
    }

    private String last(StoredReport report, Instant now) {
        Formats formats = texts.formats();
        Duration age = Duration.between(report.generatedAt(), now);
        return texts.get(
                "outage.last",
                age.compareTo(Duration.ofDays(2)) < 0
                        ? texts.get("age.hours", Math.max(0, age.toHours()))
                        : texts.get("age.days", age.toDays()),
                formats.instant(report.generatedAt()),
                report.goal().met(),
                report.goal().endpoints(),
                report.goal().missed(),
                texts.get(report.gate().passed() ? "outage.last.passed" : "outage.last.failed"));
    }
}
