package io.github.sre4j.newrelic.nerdgraph;

import io.github.sre4j.telemetry.provider.ProxySettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Asks for a service in a JVM of its own, whose trust store and proxy rules are those of its command line. */
final class AskOverTls {

    private AskOverTls() {}

    /** Arguments: address, then host and port of the proxy, its user and its password; prints what comes of it. */
    public static void main(String[] args) {
        ProxySettings proxy = args.length < 2
                ? null
                : new ProxySettings(
                        args[1],
                        Integer.parseInt(args[2]),
                        List.of(),
                        args.length > 3 ? args[3] : null,
                        args.length > 4 ? args[4] : null);
        NerdGraphOptions options = new NerdGraphOptions(
                URI.create(args[0]),
                UserKey.of(CannedNerdGraph.KEY, "the test"),
                proxy,
                Duration.ofSeconds(10),
                Duration.ofMillis(1));
        String said;
        try {
            said = new EntitySearch(new NerdGraph(options, new BuildScope()))
                    .services("orders", OptionalLong.empty())
                    .exact()
                    .get(0)
                    .name();
        } catch (NerdGraphException e) {
            said = e.getMessage();
        }
        System.out.println(said);
    }
}
