package io.github.sre4j.newrelic.nerdgraph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.LocalizedFailure;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS as an office has it: an inspecting proxy's own certificate, tunnels, logins. Each in a JVM of its own, for whose whole life they hold. */
class SecureConnectionTest {

    @TempDir
    private Path folder;

    private TlsNerdGraph server;

    @BeforeEach
    void start() throws Exception {
        server = new TlsNerdGraph(folder);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void a_certificate_that_is_not_trusted_is_said_with_what_to_do() throws Exception {
        assertThat(ask(List.of(), "https://127.0.0.1:" + server.port() + "/graphql"))
                .startsWith("the certificate of New Relic at 127.0.0.1 is not")
                .endsWith("behind an inspecting proxy, add its certificate to javax.net.ssl.trustStore");
    }

    @Test
    void a_trust_store_of_ones_own_is_used_and_http_2_is_offered() throws Exception {
        assertThat(ask(trusting(), "https://127.0.0.1:" + server.port() + "/graphql"))
                .isEqualTo("orders");
        assertThat(server.offered()).startsWith("h2", "http/1.1");
    }

    @Test
    void a_trust_store_that_cannot_be_read_is_said() throws Exception {
        assertThat(ask(
                        List.of(
                                "-Djavax.net.ssl.trustStore=" + server.store(),
                                "-Djavax.net.ssl.trustStorePassword=wrong"),
                        "https://127.0.0.1:" + server.port() + "/graphql"))
                .isEqualTo("this JVM cannot create a TLS connection; check javax.net.ssl.trustStore and its password");
    }

    @Test
    void a_proxy_that_wants_a_login_makes_a_tunnel_for_who_has_one() throws Exception {
        assertThat(ask(
                        trusting(),
                        "https://" + TlsNerdGraph.HOST + "/graphql",
                        "127.0.0.1",
                        Integer.toString(server.proxyPort()),
                        "eve",
                        "s3cret"))
                .isEqualTo("orders");
        assertThat(server.tunnels())
                .last()
                .isEqualTo(
                        "Basic " + Base64.getEncoder().encodeToString("eve:s3cret".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void without_a_login_the_sentence_says_where_it_goes() throws Exception {
        assertThat(ask(
                        trusting(),
                        "https://" + TlsNerdGraph.HOST + "/graphql",
                        "127.0.0.1",
                        Integer.toString(server.proxyPort())))
                .startsWith("the proxy requires credentials (407). Set user and password in <proxies>");
    }

    private List<String> trusting() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + server.store(),
                "-Djavax.net.ssl.trustStorePassword=" + TlsNerdGraph.PASSWORD);
    }

    /** Of this JVM's class path only the way it was started knows the whole. */
    private static String classPath() throws Exception {
        List<String> places = new ArrayList<>();
        for (Class<?> type : List.of(
                AskOverTls.class,
                NerdGraph.class,
                JsonMapper.class,
                JsonFactory.class,
                JsonProperty.class,
                TelemetryException.class,
                LocalizedFailure.class)) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, places);
    }

    private static String ask(List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), AskOverTls.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(said).doesNotContain("CANARY");
        return said.strip();
    }
}
