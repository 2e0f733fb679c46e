package io.github.sre4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLockTest {

    @TempDir
    Path folder;

    @Test
    void keeps_changes_of_threads_apart() throws Exception {
        Path counter = Files.writeString(folder.resolve("counter"), "0");
        ExecutorService builds = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                running.add(builds.submit(() -> FileLock.during(folder.resolve(".counter.lock"), ignored -> {
                    int next = Integer.parseInt(Files.readString(counter)) + 1;
                    Files.writeString(counter, Integer.toString(next));
                    return next;
                })));
            }
            for (Future<Integer> each : running) {
                each.get();
            }
        } finally {
            builds.shutdownNow();
        }
        assertThat(counter).hasContent("200");
    }

    @Test
    void keeps_other_processes_out() throws Exception {
        Path lock = folder.resolve("history.jsonl");
        Process other = holder(lock);
        try {
            assertThat(other.getInputStream().read()).isEqualTo('L');
            assertThatThrownBy(() -> FileLock.during(lock, ignored -> 1))
                    .hasMessage("another build has held '" + lock + "' for 5 seconds");
        } finally {
            other.destroyForcibly().waitFor();
        }
        int result = FileLock.during(lock, ignored -> 1);
        assertThat(result).isEqualTo(1);
    }

    private static Process holder(Path lock) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        lock.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Another build, which holds a lock until it is killed. */
    static final class Holder {
        public static void main(String[] args) throws IOException {
            FileLock.during(Path.of(args[0]), ignored -> {
                System.out.print('L');
                System.out.flush();
                return System.in.read();
            });
        }
    }

    @Test
    void refuses_symbolic_link() throws IOException {
        Path foreign = folder.resolve("profile");
        Path lock = Files.createSymbolicLink(folder.resolve("history.jsonl"), foreign);
        assertThatThrownBy(() -> FileLock.during(lock, ignored -> 1))
                .hasMessage("'" + lock
                        + "' is a symbolic link, and sre4j does not write through links: name the file itself");
        assertThat(foreign).doesNotExist();
    }
}
