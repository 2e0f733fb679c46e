package io.github.sre4j.maven;

import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.file.HistoryFile;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps the history of a product's checks in a file. One that cannot be read or written is a warning: it decides nothing. */
final class History {

    private final Path file;
    private final GoalLog log;

    History(Path file, GoalLog log) {
        this.file = file;
        this.log = log;
    }

    /** The report with the trend of the file's checks and itself; the file has one line more. */
    ServiceLevelReport add(ServiceLevelReport report) {
        CheckSummary summary = report.summary();
        ServiceLevelReport withTrend = report;
        try {
            HistoryFile.Read read = HistoryFile.read(file, summary.service(), summary.standard());
            if (!read.unreadable().isEmpty()) {
                log.warn(
                        "history-lines",
                        file,
                        read.unreadable().size(),
                        String.valueOf(read.unreadable().get(0)));
            }
            withTrend = report.after(read.checks());
            HistoryFile.append(file, summary);
        } catch (IOException e) {
            log.warn("history-not-kept", file, Message.of(e));
        }
        return withTrend;
    }
}
