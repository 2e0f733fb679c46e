package io.github.sre4j.newrelic.http;

import io.github.sre4j.telemetry.provider.ProxySettings;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes HTTP clients that go through a proxy and follow no redirect, which would take the key elsewhere. */
public final class HttpClients {

    private static final String TUNNEL_RULE = "jdk.http.auth.tunneling.disabledSchemes";

    private HttpClients() {}

    /**
     * Returns a client.
     *
     * @param proxy the proxy, or null to use what the JVM is told
     * @param connectTimeout how long to wait for a connection
     */
    public static HttpClient create(@Nullable ProxySettings proxy, Duration connectTimeout) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(connectTimeout).followRedirects(HttpClient.Redirect.NEVER);
        if (proxy != null) {
            builder.proxy(proxy.selector());
            String user = proxy.user();
            String password = proxy.password();
            if (user != null && password != null) {
                allowLoginsInTunnels();
                builder.authenticator(new ProxyLogin(user, password));
            }
        }
        return builder.build();
    }

    /**
     * The JDK logs in to a proxy by Basic only for plain HTTP, unless it is told otherwise before its client is first used. Maven's own
     * downloads do log in, and who has written a login into Maven's settings wants that.
     */
    private static void allowLoginsInTunnels() {
        if (System.getProperty(TUNNEL_RULE) == null) {
            System.setProperty(TUNNEL_RULE, "");
        }
    }

    /** Logs in to the proxy, and to nothing else. */
    private static final class ProxyLogin extends Authenticator {

        private final String user;
        private final String password;

        ProxyLogin(String user, String password) {
            this.user = user;
            this.password = password;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(user, password.toCharArray())
                    : null;
        }
    }
}
