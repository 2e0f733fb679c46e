package io.github.sre4j.telemetry.provider;

import io.github.sre4j.text.Message;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The surroundings of a caller, as far as a provider needs them: secrets, network, and what its callers share. Implementations are thread-safe. */
public interface TelemetryEnvironment {

    /** Returns the environment of this process: secrets from environment variables, the proxy of the JVM, warnings to nobody. */
    static TelemetryEnvironment ofProcess() {
        return new ProcessEnvironment(System::getenv);
    }

    /**
     * Returns a secret.
     *
     * @param variable the environment variable that may hold it
     * @return the secret; empty if it is neither there nor where else this caller keeps secrets
     * @throws IllegalArgumentException if the place that holds it cannot be read; the message names the place, never the secret
     */
    Optional<Secret> secret(String variable);

    /** Returns where {@link #secret} looks, for the message of a provider that needs one. */
    Message secretPlaces(String variable);

    /** Returns the proxy to an address; empty to use what the JVM is configured with. */
    Optional<ProxySettings> proxy(URI address);

    /** Returns whether the network must not be used. */
    boolean isOffline();

    /** Reports what a person should hear of, although it stops nothing. */
    void warn(Message message);

    /** Returns a path as people know it. */
    String display(Path path);

    /**
     * Returns an object that all callers of one build share, such as a limit on requests.
     *
     * @param type its class, which is also its key
     * @param factory makes it, if no caller has
     * @param <T> its class
     */
    <T> T shared(Class<T> type, Supplier<? extends T> factory);
}
