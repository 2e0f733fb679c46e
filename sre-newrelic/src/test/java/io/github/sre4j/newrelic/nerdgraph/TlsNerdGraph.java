package io.github.sre4j.newrelic.nerdgraph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A NerdGraph behind TLS with a certificate nobody knows, and a proxy that makes tunnels to it for whoever logs in. */
final class TlsNerdGraph implements AutoCloseable {

    static final String HOST = "nerdgraph.test";
    static final String PASSWORD = "changeit";

    private static final String FOUND =
            "{\"data\":{\"actor\":{\"entitySearch\":{\"results\":{\"nextCursor\":null,\"entities\":[{\"guid\":\"G\",\"name\":\"orders\",\"accountId\":1,\"domain\":\"APM\"}]}}}}}";

    private final ServerSocket nerdGraph;
    private final ServerSocket proxy;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> offered = new ConcurrentLinkedQueue<>();
    private final Queue<String> tunnels = new ConcurrentLinkedQueue<>();
    private final Path store;

    TlsNerdGraph(Path folder) throws Exception {
        store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "x",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=office",
                        "-ext",
                        "SAN=IP:127.0.0.1,DNS:" + HOST,
                        "-ext",
                        "BC=ca:true",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no certificate");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        nerdGraph = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        accept(nerdGraph, this::answer);
        accept(proxy, this::tunnel);
    }

    /** The key store; as a trust store it makes the certificate a known one. */
    Path store() {
        return store;
    }

    int port() {
        return nerdGraph.getLocalPort();
    }

    int proxyPort() {
        return proxy.getLocalPort();
    }

    /** The protocols that clients offered when they connected. */
    List<String> offered() {
        return List.copyOf(offered);
    }

    /** The logins with which tunnels were asked for, empty for none. */
    List<String> tunnels() {
        return List.copyOf(tunnels);
    }

    private interface Service {
        void serve(Socket socket) throws IOException;
    }

    private void accept(ServerSocket server, Service service) {
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    threads.execute(() -> {
                        try (socket) {
                            service.serve(socket);
                        } catch (IOException e) {
                            // A client that does not trust us goes.
                        }
                    });
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void answer(Socket socket) throws IOException {
        ((SSLSocket) socket).setHandshakeApplicationProtocolSelector((session, protocols) -> {
            offered.addAll(protocols);
            return "http/1.1";
        });
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
        OutputStream out = socket.getOutputStream();
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + FOUND.length() + "\r\n\r\n" + FOUND)
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void tunnel(Socket client) throws IOException {
        while (true) {
            String request = line(client.getInputStream());
            if (request == null) {
                return;
            }
            String login = "";
            for (String line = line(client.getInputStream()); line != null && !line.isEmpty(); ) {
                if (line.toLowerCase(java.util.Locale.ROOT).startsWith("proxy-authorization:")) {
                    login = line.substring(line.indexOf(':') + 1).strip();
                }
                line = line(client.getInputStream());
            }
            tunnels.add(login);
            OutputStream out = client.getOutputStream();
            if (login.isEmpty()) {
                out.write("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"office\"\r\nContent-Length: 0\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                continue;
            }
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port())) {
                threads.execute(() -> {
                    try {
                        target.getInputStream().transferTo(client.getOutputStream());
                        client.close();
                    } catch (IOException e) {
                        // One of the two has gone.
                    }
                });
                client.getInputStream().transferTo(target.getOutputStream());
            }
            return;
        }
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        nerdGraph.close();
        proxy.close();
        threads.shutdownNow();
    }
}
