package io.github.sre4j.source.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Spreads files over the processors. */
final class Parallel {

    /** Deep expressions recurse; the default stack is too small for some generated code. */
    private static final long STACK = 64L << 20;

    /** Fewer are not worth a compiler of their own. */
    private static final int FEWEST = 50;

    private Parallel() {}

    /**
     * Reads files in as many parts as there are processors, at most four.
     *
     * @return what the reader answers to each part; nothing if the thread is interrupted meanwhile
     */
    static <T> List<T> read(List<SourceFile> files, Function<List<SourceFile>, T> reader) {
        if (files.isEmpty()) {
            return List.of();
        }
        int processors = Math.min(4, Runtime.getRuntime().availableProcessors());
        int threads = Math.max(1, Math.min(processors, files.size() / FEWEST));
        List<List<SourceFile>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < files.size(); i++) {
            parts.get(i % threads).add(files.get(i));
        }
        ExecutorService executor =
                Executors.newFixedThreadPool(threads, task -> new Thread(null, task, "sre-sources", STACK));
        try {
            List<Future<T>> running = new ArrayList<>();
            parts.forEach(part -> running.add(executor.submit(() -> reader.apply(part))));
            List<T> read = new ArrayList<>();
            for (Future<T> each : running) {
                read.add(each.get());
            }
            return read;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError memory) {
                throw memory;
            }
            throw new IllegalStateException("the sources could not be read", e.getCause());
        } finally {
            end(executor);
        }
    }

    /** Ends the threads before anything else happens: none may outlive the goal and its class loader. */
    private static void end(ExecutorService executor) {
        executor.shutdownNow();
        boolean interrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
