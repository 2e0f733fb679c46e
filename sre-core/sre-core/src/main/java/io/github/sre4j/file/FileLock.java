package io.github.sre4j.file;

import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock by which builds, and modules of one build, change shared files one at a time. It keeps apart those that use it, in one process and in several. The
 * operating system ends the lock of a process that is killed. Stateless and thread-safe.
 */
public final class FileLock {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(15);

    /**
     * Work under a lock.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * Does the work.
         *
         * @param locked the locked file, open for reading and writing. Operating systems end the lock as soon as the process opens and closes the same
         *     file once more, so its content must be read and written here.
         * @throws IOException if a file cannot be read or written
         */
        T run(FileChannel locked) throws IOException;
    }

    private FileLock() {}

    /**
     * Runs work while nothing else does so under the same lock.
     *
     * @param lock the file that is locked; it is created if needed, stays, and must not be a symbolic link
     * @param work the work
     * @param <T> the result of the work
     * @throws IOException if another build holds the lock for five seconds, or the file cannot be opened for writing
     */
    public static <T> T during(Path lock, Work<T> work) throws IOException {
        Path directory = lock.toAbsolutePath().normalize().getParent();
        if (directory == null) {
            throw new LocalizedIOException(Message.of(FileLock.class, "no-file-name", lock));
        }
        Files.createDirectories(directory);
        if (Files.isSymbolicLink(lock)) {
            throw new LocalizedIOException(Message.of(FileLock.class, "symbolic-link", lock));
        }
        // A text of the whole virtual machine rather than an object of this class: build tools load it by several class
        // loaders.
        String process = ("io.github.sre4j.file " + directory.toRealPath().resolve(lock.getFileName())).intern();
        synchronized (process) {
            try (FileChannel channel = FileChannel.open(
                    lock,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS)) {
                acquire(channel, lock);
                return work.run(channel);
            }
        }
    }

    private static void acquire(FileChannel channel, Path lock) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!isLocked(channel)) {
            if (System.nanoTime() > end) {
                throw new LocalizedIOException(Message.of(FileLock.class, "locked", lock, LIMIT.toSeconds()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Something else in this process has it.
            return false;
        }
    }
}
