package io.github.sre4j.source;

import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.source.git.GitRepository;
import io.github.sre4j.source.git.Permalinks;
import io.github.sre4j.source.git.RemoteAddress;
import io.github.sre4j.source.git.Revision;
import io.github.sre4j.source.scan.JavaCompilers;
import io.github.sre4j.source.scan.SourceLayout;
import io.github.sre4j.source.scan.SourceScan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product's sources, read once.
 *
 * @param index answers where things are; {@link SourceIndex#NONE} where nothing could be read
 * @param revision the commit that links show, empty where no repository tells it
 * @param notes what whoever reads the places should know
 * @param files number of source files found
 * @param parsed number of files that were parsed now, because the cache did not know them
 */
public record ProductSources(
        SourceIndex index, Optional<Revision> revision, List<SourceNote> notes, int files, int parsed) {

    /** Name of the file that caches parsed sources between builds, in the output directory. */
    public static final String CACHE = "source-index.bin";

    /** Where there is nothing to read. */
    public static final ProductSources NONE =
            new ProductSources(SourceIndex.NONE, Optional.empty(), List.of(SourceNote.NO_SOURCES), 0, 0);

    /** Copies the list. */
    public ProductSources {
        notes = List.copyOf(notes);
    }

    /**
     * Reads sources.
     *
     * @param layout where they lie
     * @param cache the file that keeps what was read, or null for none
     * @param deployed the commit that runs in production, or null if nobody says it
     */
    public static ProductSources read(SourceLayout layout, @Nullable Path cache, @Nullable String deployed) {
        if (!JavaCompilers.present()) {
            return new ProductSources(SourceIndex.NONE, Optional.empty(), List.of(SourceNote.NO_COMPILER), 0, 0);
        }
        List<SourceNote> notes = new ArrayList<>();
        GitRepository repository = GitRepository.around(layout.root()).orElse(null);
        Optional<Revision> revision = Revision.find(deployed, layout.classes(), repository);
        Optional<RemoteAddress> remote = Optional.ofNullable(repository).flatMap(GitRepository::remote);
        Permalinks links = revision.isPresent() && remote.isPresent()
                ? new Permalinks(remote.get(), revision.get().commit())
                : null;
        SourceScan.Result scan = SourceScan.read(layout, cache);
        if (scan.files().isEmpty()) {
            notes.add(SourceNote.NO_SOURCES);
            return new ProductSources(SourceIndex.NONE, revision, notes, 0, 0);
        }
        if (repository == null) {
            notes.add(SourceNote.NO_REPOSITORY);
        } else if (remote.isEmpty()) {
            notes.add(SourceNote.NO_REMOTE);
        } else if (revision.isEmpty()) {
            notes.add(SourceNote.NO_COMMIT);
        } else if (revision.get().origin() == Revision.Origin.HEAD) {
            notes.add(SourceNote.COMMIT_OF_CHECKOUT);
        }
        if (scan.files().stream().anyMatch(each -> each.name().endsWith(".kt"))) {
            notes.add(SourceNote.KOTLIN_WITHOUT_TYPES);
        }
        // The index is made meanwhile.
        Thread saving = new Thread(scan.save(), "sre-source-cache");
        saving.start();
        try {
            SourceIndex index = new ReadSources(layout, scan, new Places(links));
            return new ProductSources(index, revision, notes, scan.files().size(), scan.parsed());
        } finally {
            await(saving);
        }
    }

    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                // A thread that outlives the goal would lose its class loader.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
