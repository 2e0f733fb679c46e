package io.github.sre4j.telemetry.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The capabilities of a telemetry, by type; each is made when it is first wanted by a caller, once for each caller. Immutable and thread-safe. */
public final class Capabilities {

    private final Map<Class<?>, Supplier<?>> factories;

    private Capabilities(Map<Class<?>, Supplier<?>> factories) {
        this.factories = Map.copyOf(factories);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a capability; empty if there is none of that type. */
    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(factories.get(type)).map(Supplier::get).map(type::cast);
    }

    /** Collects capabilities. Not thread-safe. */
    public static final class Builder {

        private final Map<Class<?>, Supplier<?>> factories = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a capability.
         *
         * @param type its interface
         * @param factory makes an implementation
         * @param <T> its interface
         * @throws IllegalArgumentException if the type was added before
         */
        public <T> Builder add(Class<T> type, Supplier<? extends T> factory) {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(factory, "factory");
            if (factories.putIfAbsent(type, factory) != null) {
                throw new IllegalArgumentException(type.getName() + " was added before");
            }
            return this;
        }

        /** Returns the capabilities added so far. */
        public Capabilities build() {
            return new Capabilities(factories);
        }
    }
}
