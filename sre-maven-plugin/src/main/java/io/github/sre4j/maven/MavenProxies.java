package io.github.sre4j.maven;

import io.github.sre4j.telemetry.provider.ProxySettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;

/** The proxy of Maven's settings. */
final class MavenProxies {

    private MavenProxies() {}

    /** The active proxy for that address, as Maven itself would choose it; empty to use what the JVM is told. */
    static Optional<Proxy> forAddress(MavenSession session, URI address) {
        List<Proxy> active = session.getRequest().getProxies().stream()
                .filter(Proxy::isActive)
                .toList();
        return active.stream()
                .filter(proxy -> proxy.getProtocol().equalsIgnoreCase(address.getScheme()))
                .findFirst()
                .or(() -> active.stream().findFirst());
    }

    /** The settings of a proxy whose password is in clear. */
    static ProxySettings settings(Proxy proxy) {
        return new ProxySettings(
                proxy.getHost(),
                proxy.getPort(),
                hosts(proxy.getNonProxyHosts()),
                proxy.getUsername(),
                proxy.getPassword());
    }

    private static List<String> hosts(String patterns) {
        return patterns == null ? List.of() : List.of(patterns.split("[|,]"));
    }
}
