package io.github.sre4j.maven;

import io.github.sre4j.telemetry.provider.ProxySettings;
import io.github.sre4j.telemetry.provider.Secret;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Finds the secrets of a build: in the environment, else in a server of settings.xml, decrypted by Maven. There is no parameter for them, because
 * {@code -X} prints parameters.
 */
@Named
@Singleton
final class KeyFinder {

    private final SettingsDecrypter decrypter;

    @Inject
    KeyFinder(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /**
     * Finds a secret.
     *
     * @param variable the environment variable that may hold it
     * @param serverId the server that may hold it as its password
     * @return the secret; empty if there is none
     * @throws IllegalArgumentException if the server's password cannot be decrypted
     */
    Optional<Secret> find(MavenSession session, String variable, String serverId) {
        String value = System.getenv(variable);
        if (value != null && !value.isBlank()) {
            return Optional.of(new Secret(value, Message.plain(variable)));
        }
        Server server = session.getSettings().getServer(serverId);
        if (server != null && variable.endsWith("_USERNAME")) {
            return Optional.ofNullable(server.getUsername())
                    .map(user -> new Secret(user, Message.of(KeyFinder.class, "server-of-settings", serverId)));
        }
        if (server == null || server.getPassword() == null) {
            return Optional.empty();
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        if (!result.getProblems().isEmpty()) {
            throw new InvalidInputException(Message.of(KeyFinder.class, "server-password", serverId));
        }
        return Optional.of(new Secret(
                result.getServer().getPassword(), Message.of(KeyFinder.class, "server-of-settings", serverId)));
    }

    /**
     * Returns the proxy that Maven's settings name for an address, its password decrypted; empty to use what the JVM is configured with.
     *
     * @throws IllegalArgumentException if its password cannot be decrypted
     */
    Optional<ProxySettings> proxy(MavenSession session, URI address) {
        Optional<Proxy> chosen = MavenProxies.forAddress(session, address);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(chosen.get()));
        if (!result.getProblems().isEmpty()) {
            throw new InvalidInputException(
                    Message.of(KeyFinder.class, "proxy-password", chosen.get().getId()));
        }
        return Optional.of(MavenProxies.settings(result.getProxy()));
    }
}
