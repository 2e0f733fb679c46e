package io.github.sre4j.check.state;

import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.file.HistoryFile;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The history of a product's checks in a file. A file that cannot be read or written is a warning, because it decides nothing. Not thread-safe. */
public final class CheckHistory {

    private final Path file;
    private final Consumer<Message> warnings;

    /**
     * Creates a history.
     *
     * @param file its file, which may be missing
     * @param warnings receives warnings
     */
    public CheckHistory(Path file, Consumer<Message> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /** Appends a check to the file, and returns its report with the trend of all checks of the file. */
    public ServiceLevelReport add(ServiceLevelReport report) {
        CheckSummary summary = report.summary();
        ServiceLevelReport withTrend = report;
        try {
            HistoryFile.Read read = HistoryFile.read(file, summary.service(), summary.standard());
            if (!read.unreadable().isEmpty()) {
                warn(
                        "history-lines",
                        file,
                        read.unreadable().size(),
                        String.valueOf(read.unreadable().get(0)));
            }
            withTrend = report.after(read.checks());
            HistoryFile.append(file, summary);
        } catch (IOException e) {
            warn("history-not-kept", file, Message.of(e));
        }
        return withTrend;
    }

    private void warn(String key, Object... arguments) {
        warnings.accept(Message.of(CheckHistory.class, key, arguments));
    }
}
