package io.github.sre4j.trace.source;

import io.github.sre4j.sli.Window;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.read.TraceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Traces in files, which are read once, when the first trace is wanted. Not thread-safe. */
public final class FileTraces implements TraceSource {

    private final Path root;
    private @Nullable TraceFiles files;

    /**
     * Creates a source.
     *
     * @param root a file or a folder of any format that {@link TraceFiles} reads
     */
    public FileTraces(Path root) {
        this.root = Objects.requireNonNull(root, "root");
    }

    @Override
    public TraceData find(RequestId request, Window window) throws IOException {
        return request.transaction() ? files().transaction(request.id()) : files().trace(request.id());
    }

    @Override
    public Optional<List<TraceData>> traces() throws IOException {
        return Optional.of(files().traces());
    }

    private TraceFiles files() throws IOException {
        TraceFiles read = files;
        if (read == null) {
            read = TraceFiles.read(root);
            files = read;
        }
        return read;
    }
}
