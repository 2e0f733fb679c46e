package io.github.sre4j.source.scan;

import java.nio.file.Path;
import java.util.Map;

/**
 * Loads the compiler while files are still being found: its classes are a third of what a young virtual machine needs to read a product. The thread ends
 * before {@link #await} returns, so that none outlives the goal and its class loader.
 */
final class CompilerWarmUp {

    private final Thread thread;

    private CompilerWarmUp(Thread thread) {
        this.thread = thread;
    }

    static CompilerWarmUp start() {
        Thread thread = new Thread(
                () -> JavaReader.read(Map.of(Path.of("Warm.java"), "class Warm { int up(int i) { return i + 1; } }")),
                "sre-compiler");
        thread.setDaemon(true);
        thread.start();
        return new CompilerWarmUp(thread);
    }

    /** Waits for the end of the thread, also when interrupted. */
    void await() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
