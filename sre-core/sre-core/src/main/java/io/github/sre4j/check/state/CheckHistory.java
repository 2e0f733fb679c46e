package io.github.sre4j.check.state;

import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.file.HistoryAppend;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The history of a product's checks in a file. A file that cannot be read or written is a warning, because it decides nothing. Not thread-safe. */
public final class CheckHistory {

    private final Path file;
    private final @Nullable String build;
    private final Consumer<Message> warnings;

    /**
     * Creates a history.
     *
     * @param file its file, which may be missing
     * @param build a name that all modules of one build share, or null if every check counts
     * @param warnings receives warnings
     */
    public CheckHistory(Path file, @Nullable String build, Consumer<Message> warnings) {
        this.file = file;
        this.build = build;
        this.warnings = warnings;
    }

    /** Appends a check to the file, and returns its report with the trend of all checks of the file. */
    public ServiceLevelReport add(ServiceLevelReport report) {
        CheckSummary summary = report.summary();
        ServiceLevelReport withTrend = report;
        try {
            HistoryAppend appended = HistoryAppend.to(file, summary, build);
            List<Integer> unreadable = appended.before().unreadable();
            if (!unreadable.isEmpty()) {
                warn("history-lines", file, unreadable.size(), String.valueOf(unreadable.get(0)));
            }
            if (appended.repaired() > 0) {
                warn("history-repaired", file, String.valueOf(appended.repaired()));
            }
            withTrend = report.after(appended.before().checks());
        } catch (IOException e) {
            warn("history-not-kept", file, Message.of(e));
        }
        return withTrend;
    }

    private void warn(String key, Object... arguments) {
        warnings.accept(Message.of(CheckHistory.class, key, arguments));
    }
}
