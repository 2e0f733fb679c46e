package io.github.sre4j.source.git;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Runs {@code git} at the root of a repository, so that it starts no program of the checkout ({@link GitSafety}). Thread-safe. */
final class Git {

    /** As much of what it says as anybody reads; the rest is thrown away. */
    private static final int MOST_ERROR = 4_096;

    /** A thread for each: in the common pool, which may have one thread alone, whoever reads errors would keep out whoever ends the process. */
    private static final Executor THREADS = task -> {
        Thread thread = new Thread(task, "sre4j-git");
        thread.setDaemon(true);
        thread.start();
    };

    private final Path root;
    private final @Nullable Path program;
    private final Duration patience;
    private @Nullable List<String> overrides;

    /**
     * Runs a Git.
     *
     * @param root the folder that holds {@code .git}: from a folder below, Git could take a repository that a checkout brings for the one around it
     * @param searchPath folders in which {@code git} is looked for, as in the variable {@code PATH}
     * @param patience time limit of a command
     */
    Git(Path root, String searchPath, Duration patience) {
        this.root = root;
        this.program = GitProgram.find(searchPath).orElse(null);
        this.patience = patience;
    }

    /** Returns the search path of this process. */
    static String searchPath() {
        String path = System.getenv("PATH");
        return path == null ? "" : path;
    }

    /** Reads what a command writes. */
    interface Reader<T> {

        T read(BufferedReader out) throws IOException;
    }

    /**
     * What a command came to.
     *
     * @param status its exit status
     * @param out what was read
     * @param error the first line of what it said of errors, empty if nothing
     */
    record Answer<T>(int status, T out, String error) {

        boolean worked() {
            return status == 0;
        }
    }

    /** Git is not installed, or cannot be started. */
    static final class NoGitException extends IOException {

        private static final long serialVersionUID = 1L;

        NoGitException(@Nullable IOException cause) {
            super(cause);
        }
    }

    /** The first line that a command writes; empty if it writes nothing. */
    Answer<String> line(String... arguments) throws IOException {
        return run(
                out -> {
                    String line = out.readLine();
                    return line == null ? "" : line;
                },
                List.of(arguments));
    }

    /**
     * Runs a command.
     *
     * @throws NoGitException if it cannot be started
     * @throws IOException if it cannot be read, or takes longer than there is patience
     */
    <T> Answer<T> run(Reader<T> reader, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(overrides());
        all.addAll(arguments);
        return start(reader, all);
    }

    /** Reads the configuration once: which programs it names, no command line can know. Listing it starts none of them. */
    private synchronized List<String> overrides() throws IOException {
        if (overrides == null) {
            Answer<String> listed = start(
                    Git::everything, List.of("config", "--list", "--show-scope", "--includes", "--name-only", "-z"));
            if (!listed.worked()) {
                throw new IOException("git config: " + listed.error());
            }
            overrides = GitSafety.overrides(List.of(listed.out().split("\0")));
        }
        return overrides;
    }

    private static String everything(BufferedReader out) throws IOException {
        StringWriter all = new StringWriter();
        out.transferTo(all);
        return all.toString();
    }

    private <T> Answer<T> start(Reader<T> reader, List<String> arguments) throws IOException {
        if (program == null) {
            throw new NoGitException(null);
        }
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(GitSafety.OPTIONS);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        GitSafety.apply(builder.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new NoGitException(e);
        }
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS, THREADS)
                .execute(() -> {
                    late.set(process.isAlive());
                    end(process);
                });
        try {
            process.getOutputStream().close();
            CompletableFuture<String> error =
                    CompletableFuture.supplyAsync(() -> firstLine(process.getErrorStream()), THREADS);
            T read;
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                read = reader.read(out);
                out.transferTo(Writer.nullWriter());
            }
            int status = process.waitFor();
            if (late.get()) {
                throw tooLate(null);
            }
            return new Answer<>(status, read, error.join());
        } catch (IOException e) {
            // The streams of a process that is ended are closed, which says nothing to anybody.
            throw late.get() ? tooLate(e) : e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            end(process);
        }
    }

    /** What Git started keeps its output open, which whoever reads it would wait for. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private IOException tooLate(@Nullable IOException cause) {
        return new IOException("it took longer than " + patience.toSeconds() + " s", cause);
    }

    private static String firstLine(InputStream stream) {
        try (stream) {
            String begin = new String(stream.readNBytes(MOST_ERROR), StandardCharsets.UTF_8);
            stream.skip(Long.MAX_VALUE);
            return begin.lines().findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
