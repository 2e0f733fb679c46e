package io.github.sre4j.check.state;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.file.FileLock;
import io.github.sre4j.fix.FixReview;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pending fixes of one service: those that its baseline records, and those that checks of the default branch have written into a folder that is
 * kept between builds. A file that cannot be read or written is a warning: builds then pass only for what they carry themselves. Not thread-safe.
 */
public final class PendingFixStore {

    private final Path file;
    private final Path lock;
    private List<PendingFix> known = List.of();
    private final Consumer<Message> warnings;

    /**
     * Creates a store.
     *
     * @param folder the folder of its file
     * @param service the service's name
     * @param warnings receives warnings
     */
    public PendingFixStore(Path folder, String service, Consumer<Message> warnings) {
        this.file = folder.resolve("sre-fixes-" + LastCheckStore.fileName(service) + ".json");
        this.lock = folder.resolve(".sre-fixes-" + LastCheckStore.fileName(service) + ".lock");
        this.warnings = warnings;
    }

    /** Returns what the baseline records, and this store. Of two fixes of one SLI the one that ends first counts. */
    public List<PendingFix> recorded(@Nullable Baseline baseline) {
        known = read();
        Stream<PendingFix> committed = baseline == null ? Stream.empty() : baseline.fixes().stream();
        return new Baseline(
                        "",
                        "",
                        List.of(),
                        Stream.concat(committed, known.stream()).toList())
                .fixes();
    }

    /** Saves what the next check needs to know next to the baseline. */
    public void save(FixReviewer book, FixReview review, Assessment assessment, @Nullable Baseline baseline) {
        List<PendingFix> kept = book.kept(review, assessment).stream()
                .filter(fix -> baseline == null || !baseline.fixes().contains(fix))
                .toList();
        if (kept.isEmpty() && !Files.exists(file)) {
            return;
        }
        try {
            FileLock.during(lock, ignored -> {
                merge(kept, assessment);
                return kept;
            });
        } catch (IOException e) {
            warn("fixes-not-kept", file, Message.of(e));
        }
    }

    /** Writes what this check keeps, and what another build has added since this one read the file. */
    private void merge(List<PendingFix> kept, Assessment assessment) throws IOException {
        List<PendingFix> now = read();
        Stream<PendingFix> added = now.stream().filter(fix -> !known.contains(fix));
        List<PendingFix> next = new Baseline(
                        "",
                        "",
                        List.of(),
                        Stream.concat(kept.stream(), added).distinct().toList())
                .fixes();
        if (!next.equals(now)) {
            Baseline written = new Baseline(
                    assessment.standard().name(), assessment.standard().version(), List.of(), next);
            ReportFiles.write(file, out -> out.write(BaselineFile.text(written).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private List<PendingFix> read() {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return BaselineFile.read(file).fixes();
        } catch (IOException e) {
            warn("fixes-unreadable", Message.of(e));
            return List.of();
        }
    }

    private void warn(String key, Object... arguments) {
        warnings.accept(Message.of(PendingFixStore.class, key, arguments));
    }
}
