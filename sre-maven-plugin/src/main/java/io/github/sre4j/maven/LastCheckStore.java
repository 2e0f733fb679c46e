package io.github.sre4j.maven;

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

/**
 * What the last check of a service that worked has found, and how many have not worked since: for the time when telemetry is out of reach.
 * Its files lie in the cache folder, or else in the output folder, where a {@code clean} takes them. They help and decide nothing alone, so
 * that one that cannot be read or written is a warning.
 */
final class LastCheckStore {

    private final Path report;
    private final Path failures;
    private final GoalLog log;

    LastCheckStore(Path folder, String service, GoalLog log) {
        String name = fileName(service);
        this.report = folder.resolve("sre-last-" + name + ".json");
        this.failures = folder.resolve("sre-last-" + name + ".failures");
        this.log = log;
    }

    /** Keeps a check that worked. */
    void keep(ServiceLevelReport checked) {
        try {
            ReportFiles.write(report, out -> JsonReport.write(checked, out));
            Files.deleteIfExists(failures);
        } catch (IOException e) {
            log.warn("result-not-kept", report, Message.of(e));
        }
    }

    /** The last check that worked. */
    Optional<StoredReport> recall() {
        if (!Files.isRegularFile(report)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonReport.read(report));
        } catch (IOException e) {
            log.warn("last-check-unreadable", Message.of(e));
            return Optional.empty();
        }
    }

    /** Counts one more check that was not possible, and tells how many there are in a row; 1 where no count can be kept. */
    int failed() {
        int before = before();
        try {
            ReportFiles.write(failures, out -> out.write((before + 1 + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            log.warn("failures-not-counted", failures, Message.of(e));
        }
        return before + 1;
    }

    private int before() {
        try {
            return Files.isRegularFile(failures)
                    ? Integer.parseInt(Files.readString(failures).strip())
                    : 0;
        } catch (IOException | NumberFormatException e) {
            log.warn("failures-begun-anew", failures);
            return 0;
        }
    }

    /** Two services never share a file, whatever characters tell their names apart. */
    static String fileName(String service) {
        String plain = service.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.equals(service) && plain.length() <= 100
                ? plain
                : plain.substring(0, Math.min(100, plain.length())) + "-" + Integer.toHexString(service.hashCode());
    }
}
