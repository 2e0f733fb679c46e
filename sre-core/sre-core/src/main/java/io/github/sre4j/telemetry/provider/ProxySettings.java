package io.github.sre4j.telemetry.provider;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy, as the settings of a build name it.
 *
 * @param host its host
 * @param port its port
 * @param nonProxyHosts hosts that are reached directly; {@code *} stands for any characters
 * @param user who logs in there, or null
 * @param password the password, or null
 */
public record ProxySettings(
        String host,
        int port,
        List<String> nonProxyHosts,
        @Nullable String user,
        @Nullable String password) {

    /** Copies the list. */
    public ProxySettings {
        Objects.requireNonNull(host, "host");
        nonProxyHosts = List.copyOf(nonProxyHosts);
    }

    /** Returns a selector of this proxy, for an HTTP client. */
    public ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return direct(uri.getHost())
                        ? List.of(Proxy.NO_PROXY)
                        : List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, java.io.IOException e) {
                // The request fails with the same exception, and that one is reported.
            }
        };
    }

    private boolean direct(@Nullable String target) {
        return target != null
                && nonProxyHosts.stream()
                        .map(pattern -> Pattern.quote(pattern.strip()).replace("*", "\\E.*\\Q"))
                        .anyMatch(regex -> Pattern.compile(regex, Pattern.CASE_INSENSITIVE)
                                .matcher(target)
                                .matches());
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
