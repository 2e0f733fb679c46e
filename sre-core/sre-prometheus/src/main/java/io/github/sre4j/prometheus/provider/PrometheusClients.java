package io.github.sre4j.prometheus.provider;

import io.github.sre4j.prometheus.PrometheusTelemetry;
import io.github.sre4j.prometheus.api.Credentials;
import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.api.ServerAddress;
import io.github.sre4j.prometheus.api.ServerScope;
import io.github.sre4j.telemetry.provider.Secret;
import io.github.sre4j.telemetry.provider.TelemetryEnvironment;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes clients that share their limits with the other callers of an environment. */
final class PrometheusClients {

    /** The environment variable that holds a bearer token. */
    static final String TOKEN = "PROMETHEUS_TOKEN";

    /** The environment variable that holds the user of Basic authentication. */
    static final String USERNAME = "PROMETHEUS_USERNAME";

    /** The environment variable that holds the password of Basic authentication. */
    static final String PASSWORD = "PROMETHEUS_PASSWORD";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private PrometheusClients() {}

    /**
     * Returns a maker of clients.
     *
     * @throws IllegalArgumentException if the address or the credentials are wrong, or there is no network
     */
    static Supplier<PrometheusClient> of(PrometheusSettings settings, TelemetryEnvironment environment) {
        URI url = settings.requiredUrl();
        if (environment.isOffline() && !LOOPBACK.contains(url.getHost())) {
            throw new InvalidInputException(message("offline"));
        }
        Credentials credentials = credentials(environment);
        if ("http".equals(url.getScheme())
                && !LOOPBACK.contains(url.getHost())
                && !credentials.equals(Credentials.NONE)) {
            environment.warn(message("plain-http", url.getHost()));
        }
        ServerAddress server = new ServerAddress(
                url,
                credentials,
                settings.tenant().orElse(null),
                environment.proxy(url).orElse(null));
        ServerScope scope = environment.shared(ServerScope.class, ServerScope::new);
        return () -> new PrometheusClient(server, scope);
    }

    private static Credentials credentials(TelemetryEnvironment environment) {
        Optional<Secret> user = environment.secret(USERNAME);
        Optional<Secret> password = environment.secret(PASSWORD);
        if (user.isPresent() && password.isPresent()) {
            return Credentials.basic(
                    user.get().reveal(), password.get().reveal(), password.get().origin());
        }
        return environment
                .secret(TOKEN)
                .map(token -> Credentials.bearer(token.reveal(), token.origin()))
                .orElse(Credentials.NONE);
    }

    static Message message(String key, Object... arguments) {
        return Message.of(PrometheusTelemetry.class, key, arguments);
    }
}
