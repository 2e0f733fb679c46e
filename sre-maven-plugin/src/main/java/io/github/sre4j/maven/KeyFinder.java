package io.github.sre4j.maven;

import io.github.sre4j.telemetry.provider.ProxySettings;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Finds what a build keeps secret. The New Relic user key: in the environment, else in a server of settings.xml, decrypted by Maven. There is no parameter for it, because
 * {@code -X} prints parameters.
 */
@Named
@Singleton
final class KeyFinder {

    /** The environment variable that holds the key. */
    static final String VARIABLE = "NEW_RELIC_API_KEY";

    private final SettingsDecrypter decrypter;

    @Inject
    KeyFinder(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /** The key; empty if there is none. */
    Optional<UserKey> find(MavenSession session, String serverId) throws MojoExecutionException {
        String value = System.getenv(VARIABLE);
        if (value != null && !value.isBlank()) {
            return Optional.of(key(value, Message.plain(VARIABLE)));
        }
        Server server = session.getSettings().getServer(serverId);
        if (server == null || server.getPassword() == null) {
            return Optional.empty();
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        if (!result.getProblems().isEmpty()) {
            throw GoalException.of("server-password", serverId);
        }
        return Optional.of(
                key(result.getServer().getPassword(), Message.of(KeyFinder.class, "server-of-settings", serverId)));
    }

    /** The proxy that Maven's settings name for that address, its password decrypted; empty to use what the JVM is told. */
    Optional<ProxySettings> proxy(MavenSession session, URI address) throws MojoExecutionException {
        Optional<Proxy> chosen = MavenProxies.forAddress(session, address);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(chosen.get()));
        if (!result.getProblems().isEmpty()) {
            throw GoalException.of("proxy-password", chosen.get().getId());
        }
        return Optional.of(MavenProxies.settings(result.getProxy()));
    }

    private static UserKey key(String value, Message origin) throws MojoExecutionException {
        try {
            return UserKey.of(value, origin);
        } catch (IllegalArgumentException e) {
            throw GoalException.of(e);
        }
    }
}
