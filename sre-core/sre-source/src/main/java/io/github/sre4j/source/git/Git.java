package io.github.sre4j.source.git;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
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

/** Runs {@code git} in a folder. Thread-safe. */
final class Git {

    /** As much of what it says as anybody reads; the rest is thrown away. */
    private static final int MOST_ERROR = 4_096;

    /** A thread for each: in the common pool, which may have one thread alone, whoever reads errors would keep out whoever ends the process. */
    private static final Executor THREADS = task -> {
        Thread thread = new Thread(task, "sre4j-git");
        thread.setDaemon(true);
        thread.start();
    };

    private final Path folder;
    private final String program;
    private final Duration patience;

    Git(Path folder, String program, Duration patience) {
        this.folder = folder;
        this.program = program;
        this.patience = patience;
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

        NoGitException(IOException cause) {
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
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
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
                    process.destroyForcibly();
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
            process.destroyForcibly();
        }
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
