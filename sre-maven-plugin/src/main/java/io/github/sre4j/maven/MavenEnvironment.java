package io.github.sre4j.maven;

import io.github.sre4j.telemetry.provider.ProxySettings;
import io.github.sre4j.telemetry.provider.Secret;
import io.github.sre4j.telemetry.provider.TelemetryEnvironment;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * The surroundings of a goal: secrets of the environment and of settings.xml, proxies of settings.xml, and what the modules of a build share.
 *
 * @param session the build
 * @param keys finds secrets
 * @param serverId the server of settings.xml that may hold a secret
 * @param warnings receives warnings
 * @param paths shows a path as people find it
 */
record MavenEnvironment(
        MavenSession session, KeyFinder keys, String serverId, Consumer<Message> warnings, Function<Path, String> paths)
        implements TelemetryEnvironment {

    private static final String KEY = "io.github.sre4j.";

    @Override
    public Optional<Secret> secret(String variable) {
        return keys.find(session, variable, server(variable));
    }

    @Override
    public Message secretPlaces(String variable) {
        return Message.of(MavenEnvironment.class, "secret-places", variable, server(variable));
    }

    /** A secret is for the service whose name begins its variable: the key of one must not be sent to another. */
    private String server(String variable) {
        return variable.startsWith("PROMETHEUS_") ? "prometheus" : serverId;
    }

    @Override
    public Optional<ProxySettings> proxy(URI address) {
        return keys.proxy(session, address);
    }

    @Override
    public boolean isOffline() {
        return session.isOffline();
    }

    @Override
    public void warn(Message message) {
        warnings.accept(message);
    }

    @Override
    public String display(Path path) {
        return paths.apply(path);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Modules whose plugin has other dependencies (another standard, say) have classes of their own: they share classes of the JDK only.
     */
    @Override
    public <T> T shared(Class<T> type, Supplier<? extends T> factory) {
        SessionData data = session.getRepositorySession().getData();
        Object key = type.getClassLoader() == null ? KEY + type.getName() : type;
        Object present = data.get(key);
        if (type.isInstance(present)) {
            return type.cast(present);
        }
        T created = factory.get();
        data.set(key, present, created);
        Object kept = data.get(key);
        return type.isInstance(kept) ? type.cast(kept) : created;
    }
}
