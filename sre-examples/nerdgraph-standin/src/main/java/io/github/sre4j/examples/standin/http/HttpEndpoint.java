package io.github.sre4j.examples.standin.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** Listens on the loopback interface and nowhere else, until closed. */
public final class HttpEndpoint implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HttpEndpoint.class.getName());
    private static final int IDLE_MILLIS = 120_000;
    private static final int BACKLOG = 200;

    private final ServerSocket listener;
    private final Handler handler;
    private final ExecutorService threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Answers requests; called by many threads. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(HttpRequest request);
    }

    private HttpEndpoint(ServerSocket listener, Handler handler) {
        this.listener = listener;
        this.handler = handler;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "standin-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     */
    public static HttpEndpoint start(ServerSocketFactory sockets, int port, Handler handler) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpEndpoint endpoint = new HttpEndpoint(sockets.createServerSocket(port, BACKLOG, loopback), handler);
        endpoint.threads.execute(endpoint::accept);
        return endpoint;
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "a connection was not accepted: {0}", e.getMessage());
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            RequestReader reader =
                    new RequestReader(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
            boolean more = true;
            while (more) {
                HttpRequest request = reader.next();
                if (request == null) {
                    return;
                }
                Wire wire = new Wire(socket);
                more = handler.handle(request).send(wire)
                        && !"close"
                                .equalsIgnoreCase(request.header("connection").orElse(""));
                if (!socket.isClosed()) {
                    wire.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection ended: {0}", e.getMessage());
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a socket did not close: {0}", e.getMessage());
        }
        threads.shutdownNow();
    }
}
