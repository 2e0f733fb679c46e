package io.github.sre4j.check.state;

import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.report.json.StoredReport;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The last completed check of a service, and the number of checks in a row since then that were not possible: for the time when telemetry is
 * unavailable. A file that cannot be read or written is a warning, because it decides nothing alone. Not thread-safe.
 */
public final class LastCheckStore {

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

    /** Counts one more check that was not possible, and returns their number in a row; 1 if the count cannot be kept. */
    public int countFailure() {
        int before = before();
        try {
            ReportFiles.write(failures, out -> out.write((before + 1 + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            warn("failures-not-counted", failures, Message.of(e));
        }
        return before + 1;
    }

    private int before() {
        try {
            return Files.isRegularFile(failures)
                    ? Integer.parseInt(Files.readString(failures).strip())
                    : 0;
        } catch (IOException | NumberFormatException e) {
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
