package io.github.sre4j.maven;

import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.maven.Setting.Origin;
import io.github.sre4j.newrelic.BrowserVisits;
import io.github.sre4j.newrelic.NewRelicTelemetry;
import io.github.sre4j.newrelic.evidence.NewRelicEvidence;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.VisitSource;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.telemetry.provider.TelemetryProviders;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that look at the telemetry of one service: which service that is, and where its telemetry is. */
abstract class AbstractServiceMojo extends AbstractProductMojo {

    /** The environment variable that holds the New Relic user key. */
    static final String KEY_VARIABLE = "NEW_RELIC_API_KEY";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * File or folder of event files ({@code .ndjson}, {@code .json}, and {@code .gz} of these) or of recordings ({@code .hlog}).
     *
     * @since 0.1
     */
    @Parameter(property = "sre.events")
    private @Nullable File events;

    /**
     * Application name as telemetry knows it. Default: {@code newrelic.app} in {@code sre.yaml}. With event files, needed only where they hold
     * more than one application.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.app")
    private @Nullable String app;

    /**
     * New Relic account id. Default: {@code newrelic.account} in {@code sre.yaml}; needed only where several accounts have a service of that
     * name.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.account")
    private @Nullable String account;

    /**
     * GUID of the entity in New Relic; settles which service is meant where name and account do not. Default: {@code newrelic.guid} in {@code
     * sre.yaml}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.guid")
    private @Nullable String guid;

    /**
     * Name of the browser application in New Relic: the Core Web Vitals of its pages are judged, too, by the classes of the standard that match
     * {@code PageViewTiming/…}. Default: {@code newrelic.browser} in {@code sre.yaml}, else pages are not judged.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.browser")
    private @Nullable String browser;

    /**
     * The organisation's own domains, such as {@code acme.com}: a service below them that sends no telemetry is not taken to be somebody else's. Names
     * and addresses that only an internal network knows ({@code stock}, {@code stock.acme.internal}, {@code 10.1.2.3}) need not be told.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.ownDomains")
    private List<String> ownDomains = List.of();

    /**
     * New Relic region: {@code us}, {@code eu}, {@code jp} or {@code gov}. Default: {@code newrelic.region} in {@code sre.yaml}, else {@code us}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.region")
    private @Nullable String region;

    /**
     * Address of NerdGraph; wins over the region.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.nerdgraphUrl")
    private @Nullable String nerdgraphUrl;

    /**
     * Server of settings.xml whose password is the New Relic user key, where the environment variable {@code NEW_RELIC_API_KEY} is not set.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.serverId", defaultValue = "newrelic")
    private String serverId = "newrelic";

    private final KeyFinder keys;

    AbstractServiceMojo(KeyFinder keys) {
        this.keys = keys;
    }

    final String serviceName(Product product) {
        return product.serviceName().orElse(app != null ? app : module().getArtifactId());
    }

    /** Whether the module under build has a service; says so if another module has one instead. */
    final boolean hasService() throws MojoExecutionException {
        List<Path> others = build().getProjects().stream()
                .filter(other -> !other.equals(module()))
                .map(other -> other.getBasedir().toPath().resolve(ProductFinder.FILE_NAME))
                .toList();
        return switch (ReactorRule.decide(
                productFile(),
                events != null || app != null || guid != null,
                module().getPackaging().equals("pom") && module().getFile() != null,
                others)) {
            case CHECK -> true;
            case ELSEWHERE -> {
                tell().info("no-service-here", ProductFinder.FILE_NAME);
                yield false;
            }
            case NOTHING -> {
                // A parent POM inherits the goal to others; somebody who typed it wants something checked.
                if (execution().getSource() == MojoExecution.Source.CLI) {
                    throw nowhere();
                }
                tell().warn("nothing-checked", ProductFinder.FILE_NAME);
                yield false;
            }
            case NOWHERE -> throw nowhere();
        };
    }

    private MojoExecutionException nowhere() {
        return GoalException.of("which-service", productFile());
    }

    /** Where the telemetry is read from: event files or recordings if any are given, else New Relic. */
    final TelemetrySource source(Product product) throws MojoExecutionException, TelemetryException {
        if (events != null) {
            return telemetry(product).require(TelemetrySource.class);
        }
        NewRelicParameters newRelic = newRelic(product);
        NerdGraph client = nerdGraph(newRelic);
        NewRelicTelemetry service = new NewRelicTelemetry(client, newRelic.reference());
        String pages = newRelic.browser();
        return pages == null ? service : service.withPages(pages, newRelic.accountId());
    }

    /**
     * Where why an endpoint misses is found out: in the same telemetry.
     *
     * @throws TelemetryException if that telemetry can never say why
     */
    final EvidenceSource evidence(Product product) throws MojoExecutionException, TelemetryException {
        if (events != null) {
            return telemetry(product).require(EvidenceSource.class);
        }
        NewRelicParameters newRelic = newRelic(product);
        return new NewRelicEvidence(nerdGraph(newRelic), newRelic.reference());
    }

    /** The telemetry of the service, opened by its provider. */
    final Telemetry telemetry(Product product) throws TelemetryException {
        Map<String, String> settings = new HashMap<>();
        String application = newRelic(product).app();
        if (application != null) {
            settings.put(TelemetryRequest.APP, application);
        }
        String pages = newRelic(product).browser();
        if (pages != null) {
            settings.put(TelemetryRequest.BROWSER, pages);
        }
        return TelemetryProviders.installed()
                .open(new TelemetryRequest(
                        events == null ? null : events.toPath(),
                        settings,
                        Map.of(),
                        new MavenEnvironment(build(), keys, serverId, tell()::warn, this::shown)));
    }

    /** What tells the organisation's hosts from those of others. */
    final OwnHosts ownHosts() throws MojoExecutionException {
        List<String> domains = ownDomains;
        return parameter("sre.ownDomains", () -> new OwnHosts(domains));
    }

    /** Where it is read how people visit the pages; empty if New Relic is read and no browser application is named. */
    final Optional<VisitSource> visits(Product product) throws MojoExecutionException, TelemetryException {
        if (events != null) {
            return telemetry(product).capability(VisitSource.class);
        }
        NewRelicParameters newRelic = newRelic(product);
        String pages = newRelic.browser();
        return pages == null
                ? Optional.empty()
                : Optional.of(new BrowserVisits(nerdGraph(newRelic), pages, newRelic.accountId()));
    }

    /** A client for New Relic; a build without a key or a network is told what to do. */
    final NerdGraph nerdGraph(NewRelicParameters newRelic) throws MojoExecutionException {
        URI endpoint = newRelic.endpoint();
        if ("http".equals(endpoint.getScheme()) && !LOOPBACK.contains(String.valueOf(endpoint.getHost()))) {
            tell().warn("plain-http", String.valueOf(endpoint.getHost()));
        }
        return newRelic.client(build(), keys, requiredKey());
    }

    /** The event files, if telemetry comes from such. */
    final Optional<Path> eventFiles() {
        return Optional.ofNullable(events).map(File::toPath);
    }

    /** Where the product is in New Relic: what the build says wins over {@code sre.yaml}. */
    final NewRelicParameters newRelic(Product product) {
        return new NewRelicParameters(app, account, guid, browser, region, nerdgraphUrl).or(product.newRelic());
    }

    /** The New Relic key, if there is one. */
    final Optional<UserKey> key() throws MojoExecutionException {
        try {
            return keys.find(build(), KEY_VARIABLE, serverId).map(found -> UserKey.of(found.reveal(), found.origin()));
        } catch (IllegalArgumentException e) {
            throw GoalException.of(e);
        }
    }

    /** The settings that say which service a check looks at, with their origins. */
    final List<Setting> settings(Product product, Standard held, Window checked) throws MojoExecutionException {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(
                "service",
                serviceName(product),
                product.serviceName().isPresent() ? Origin.PRODUCT_FILE : origin("sre.app", app != null, false)));
        if (eventFiles().isPresent()) {
            settings.add(new Setting("events", shown(eventFiles().get()), origin("sre.events", true, false)));
        } else {
            NewRelicParameters where = newRelic(product);
            String unsaid = "-";
            settings.add(new Setting(
                    "app",
                    where.app() == null ? unsaid : where.app(),
                    origin("sre.app", app != null, where.app() != null)));
            settings.add(new Setting(
                    "account",
                    where.account() == null ? unsaid : where.account(),
                    origin("sre.account", account != null, where.account() != null)));
            if (where.guid() != null) {
                settings.add(new Setting("guid", where.guid(), origin("sre.guid", guid != null, true)));
            }
            settings.add(new Setting(
                    "region",
                    where.region() == null ? "us" : where.region(),
                    origin("sre.region", region != null, where.region() != null)));
            settings.add(new Setting(
                    "nerdgraph", where.endpoint().toString(), origin("sre.nerdgraphUrl", nerdgraphUrl != null, false)));
        }
        settings.addAll(heldAgainst(held, checked));
        return settings;
    }

    private UserKey requiredKey() throws MojoExecutionException {
        Optional<UserKey> key = key();
        if (key.isEmpty()) {
            throw GoalException.of("no-telemetry", KEY_VARIABLE, serverId);
        }
        if (build().isOffline()) {
            throw GoalException.of("offline");
        }
        if (!key.get().looksLikeUserKey()) {
            tell().warn("no-user-key");
        }
        return key.get();
    }
}
