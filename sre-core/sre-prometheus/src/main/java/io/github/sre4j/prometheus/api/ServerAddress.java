package io.github.sre4j.prometheus.api;

import io.github.sre4j.telemetry.provider.ProxySettings;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server.
 *
 * @param base its address without {@code /api/v1}
 * @param credentials the credentials
 * @param tenant the tenant, as Mimir and Loki call it, or null
 * @param proxy the proxy, or null to use what the JVM is configured with
 */
public record ServerAddress(
        URI base,
        Credentials credentials,
        @Nullable String tenant,
        @Nullable ProxySettings proxy) {

    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if the address is not an http or https address with a host, or holds credentials
     */
    public ServerAddress {
        Objects.requireNonNull(credentials, "credentials");
        base = checked(base);
    }

    /**
     * Parses an address.
     *
     * @throws IllegalArgumentException if the text is not an http or https address with a host, or holds credentials
     */
    public static URI parse(String text) {
        try {
            return checked(URI.create(text.strip()));
        } catch (InvalidInputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(Message.of(PrometheusException.class, "address-wrong", text), e);
        }
    }

    private static URI checked(URI address) {
        if (address.getRawUserInfo() != null) {
            throw new InvalidInputException(
                    Message.of(PrometheusException.class, "address-with-user", String.valueOf(address.getHost())));
        }
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new InvalidInputException(
                    Message.of(PrometheusException.class, "address-wrong", withoutQuery(address)));
        }
        return address;
    }

    /** A query may hold a token. */
    private static String withoutQuery(URI address) {
        return address.toString().replaceFirst("[?#].*", "");
    }

    /** Returns the address of a call. */
    URI call(String path) {
        String text = base.toString().replaceFirst("/+$", "").replaceFirst("/api/v1$", "");
        return URI.create(text + "/api/v1/" + path);
    }

    /** Returns the host, for people. */
    String host() {
        return base.getHost() + (base.getPort() < 0 ? "" : ":" + base.getPort());
    }

    /** Returns the tenant; empty if the server has none. */
    Optional<String> tenantHeader() {
        return Optional.ofNullable(tenant);
    }
}
