package io.github.sre4j.examples.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts a distance between a client and a server on one machine: every byte arrives a fixed time later, in both directions. A
 * database is seldom on the machine of its service, and what repeated queries cost is mostly the way there and back.
 */
final class Distance implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ServerSocket listening;
    private final int target;
    private final long oneWayNanos;

    private record Chunk(long dueNanos, ByteBuffer bytes) {}

    private Distance(ServerSocket listening, int target, Duration oneWay) {
        this.listening = listening;
        this.target = target;
        this.oneWayNanos = oneWay.toNanos();
    }

    /** Listens on a port and passes on to another one, both on the loopback address. */
    static Distance start(int port, int target, Duration oneWay) throws IOException {
        Distance distance = new Distance(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), target, oneWay);
        daemon("distance", distance::accept);
        return distance;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                pass(client, server);
                pass(server, client);
            }
        } catch (IOException closed) {
            // close() ends it.
        }
    }

    private void pass(Socket from, Socket to) {
        BlockingQueue<Chunk> underway = new LinkedBlockingQueue<>();
        daemon("distance-in", () -> receive(from, underway));
        daemon("distance-out", () -> deliver(underway, to));
    }

    private void receive(Socket from, BlockingQueue<Chunk> underway) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                underway.add(new Chunk(System.nanoTime() + oneWayNanos, ByteBuffer.wrap(Arrays.copyOf(buffer, read))));
            }
        } catch (IOException gone) {
            // The other side is told by the empty chunk.
        }
        underway.add(new Chunk(System.nanoTime(), ByteBuffer.allocate(0)));
    }

    private static void deliver(BlockingQueue<Chunk> underway, Socket to) {
        try (to) {
            OutputStream out = to.getOutputStream();
            for (Chunk chunk = underway.take(); chunk.bytes().hasRemaining(); chunk = underway.take()) {
                for (long left = chunk.dueNanos() - System.nanoTime();
                        left > 0;
                        left = chunk.dueNanos() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                out.write(chunk.bytes().array());
            }
        } catch (IOException gone) {
            // Nobody to deliver to.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
