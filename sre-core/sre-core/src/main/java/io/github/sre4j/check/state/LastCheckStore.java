package io.github.sre4j.check.state;

import io.github.sre4j.file.FileLock;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.report.json.StoredReport;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last completed check of a service, and the number of checks in a row since then that were not possible: for the time when telemetry is
 * unavailable. A file that cannot be read or written is a warning, because it decides nothing alone. Not thread-safe.
 */
public final class LastCheckStore {

    private static final int MAX_COUNT_BYTES = 200;

    private final Path report;
    private final Path failures;
    private final Consumer<Message> warnings;

    /**
     * Creates a store.
     *
     * @param folder the folder of its files
     * @param service the service's name
     * @param warnings receives warnings
     */
    public LastCheckStore(Path folder, String service, Consumer<Message> warnings) {
        String name = fileName(service);
        this.report = folder.resolve("sre-last-" + name + ".json");
        this.failures = folder.resolve("sre-last-" + name + ".failures");
        this.warnings = warnings;
    }

    /** Saves a completed check. */
    public void save(ServiceLevelReport checked) {
        try {
            ReportFiles.write(report, out -> JsonReport.write(checked, out));
            Files.deleteIfExists(failures);
        } catch (IOException e) {
            warn("result-not-kept", report, Message.of(e));
        }
    }

    /** Returns the last completed check; empty if none is known. */
    public Optional<StoredReport> load() {
        if (!Files.isRegularFile(report)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonReport.read(report));
        } catch (IOException e) {
            warn("last-check-unreadable", Message.of(e));
            return Optional.empty();
        }
    }

    /**
     * Counts one more build in which the check was not possible, and returns their number in a row; 1 if the count cannot be kept.
     *
     * @param build a name that all modules of one build share, so that they count once, or null if every check counts
     */
    public int countFailure(@Nullable String build) {
        try {
            return FileLock.during(failures, channel -> countFailure(channel, build));
        } catch (IOException e) {
            warn("failures-not-counted", failures, Message.of(e));
            return 1;
        }
    }

    private int countFailure(FileChannel channel, @Nullable String build) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_COUNT_BYTES);
        channel.read(bytes, 0);
        String[] words = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip()
                .split(" ", 2);
        int before = before(words[0]);
        if (build != null && words.length == 2 && words[1].equals(build)) {
            return Math.max(1, before);
        }
        byte[] after = (before + 1 + (build == null ? "" : " " + build) + "\n").getBytes(StandardCharsets.UTF_8);
        channel.write(ByteBuffer.wrap(after), 0);
        channel.truncate(after.length);
        return before + 1;
    }

    private int before(String count) {
        try {
            return count.isEmpty() ? 0 : Math.max(0, Integer.parseInt(count));
        } catch (NumberFormatException e) {
            warn("failures-begun-anew", failures);
            return 0;
        }
    }

    private void warn(String key, Object... arguments) {
        warnings.accept(Message.of(LastCheckStore.class, key, arguments));
    }

    /** Two services never share a file, whatever characters tell their names apart. */
    static String fileName(String service) {
        String plain = service.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.equals(service) && plain.length() <= 100
                ? plain
                : plain.substring(0, Math.min(100, plain.length())) + "-" + Integer.toHexString(service.hashCode());
    }
}
