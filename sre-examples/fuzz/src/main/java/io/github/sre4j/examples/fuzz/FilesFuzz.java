package io.github.sre4j.examples.fuzz;

import io.github.sre4j.advisor.tracking.file.AcceptedCandidatesFile;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.history.file.HistoryFile;
import io.github.sre4j.portfolio.CheckedProduct;
import io.github.sre4j.report.json.JsonReport;
import java.nio.file.Path;

/** Reads files of our own: {@code a} and a baseline, {@code b} and accepted candidates, {@code c} and a report, {@code d} and a history. */
public final class FilesFuzz {

    private FilesFuzz() {}

    /** Called by Jazzer before its clock runs: loads what the first input would wait for. */
    public static void fuzzerInitialize() throws Exception {
        fuzzerTestOneInput(new byte[] {'a'});
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        Path file = Scratch.file(
                "files", data, "sre-baseline.json", "sre-proposals.json", "sre-report.json", "history.ndjson");
        Target.expectSentences(
                input -> {
                    switch (Scratch.choice(input, 4)) {
                        case 0 -> BaselineFile.read(file);
                        case 1 -> AcceptedCandidatesFile.read(file);
                        case 2 -> CheckedProduct.of(JsonReport.read(file), "sre-report.json");
                        default -> HistoryFile.read(file, "orders", "acme 1");
                    }
                },
                data);
    }
}
