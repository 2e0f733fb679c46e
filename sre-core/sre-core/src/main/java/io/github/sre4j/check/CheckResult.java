package io.github.sre4j.check;

import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.report.console.ConsoleReport;
import io.github.sre4j.report.console.ConsoleSummary;
import io.github.sre4j.report.console.OutageLines;
import io.github.sre4j.report.json.StoredReport;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The result of a {@link CheckRun}. Immutable and thread-safe. */
public sealed interface CheckResult {

    /** Returns whether the build passes. */
    boolean passed();

    /** Returns the lines for a console, with all details. */
    List<ConsoleLine> lines(Texts texts);

    /** Returns the lines for a console, at most ten of them where the service was measured. */
    List<ConsoleLine> summary(Texts texts);

    /**
     * A check that measured the service.
     *
     * @param report the report
     * @param page where its page is, for people
     */
    record Completed(ServiceLevelReport report, String page) implements CheckResult {

        /** Validates the components. */
        public Completed {
            Objects.requireNonNull(report, "report");
            Objects.requireNonNull(page, "page");
        }

        @Override
        public boolean passed() {
            return report.gate().passed();
        }

        /** Returns whether endpoints violate the standard, as opposed to data that is missing or unusable. */
        public boolean isViolation() {
            return report.gate().outcome() == CheckOutcome.MISSED;
        }

        @Override
        public List<ConsoleLine> lines(Texts texts) {
            return new ConsoleReport(texts).lines(report, page);
        }

        @Override
        public List<ConsoleLine> summary(Texts texts) {
            return new ConsoleSummary(texts).lines(report, page);
        }

        /** Returns the verdict on the build in one sentence, with the place of the full report. */
        public String verdict(Texts texts) {
            Sentences sentences = new Sentences(texts, TextEscaping::forTerminal);
            return sentences.verdict(report.gate()) + ". " + sentences.text("report.full", page);
        }
    }

    /**
     * A check that was not possible, because the telemetry was unavailable. The build passes.
     *
     * @param reason why it was unavailable
     * @param lastCheck the last completed check, if it is known
     * @param at when this was
     * @param inARow how many checks in a row were not possible, this one included
     * @param tolerated how many are tolerated; 0 for any number
     */
    record Unavailable(Message reason, Optional<StoredReport> lastCheck, Instant at, int inARow, int tolerated)
            implements CheckResult {

        /** Validates the components. */
        public Unavailable {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(lastCheck, "lastCheck");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public boolean passed() {
            return true;
        }

        @Override
        public List<ConsoleLine> lines(Texts texts) {
            return new OutageLines(texts).lines(texts.say(reason), lastCheck, at, inARow, tolerated);
        }

        @Override
        public List<ConsoleLine> summary(Texts texts) {
            return lines(texts);
        }
    }
}
