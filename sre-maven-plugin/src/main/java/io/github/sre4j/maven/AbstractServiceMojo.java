package io.github.sre4j.maven;

import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.check.file.ProductFile;
import io.github.sre4j.maven.Setting.Origin;
import io.github.sre4j.newrelic.provider.NewRelicConnection;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.provider.ResolvedSetting;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.telemetry.provider.TelemetryProvider;
import io.github.sre4j.telemetry.provider.TelemetryProviders;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that look at the telemetry of one service: which service that is, and where its telemetry is. */
abstract class AbstractServiceMojo extends AbstractProductMojo {

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
     * Address of Prometheus, or of a server that speaks its API, without {@code /api/v1}. Default: {@code prometheus.url} in {@code sre.yaml}. A
     * token is read from {@code PROMETHEUS_TOKEN}, or user and password from {@code PROMETHEUS_USERNAME} and {@code PROMETHEUS_PASSWORD}, or from the
     * server {@code prometheus} of settings.xml.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.prometheusUrl")
    private @Nullable String prometheusUrl;

    /**
     * Series of the service in Prometheus, as label matchers such as {@code application="orders"}. Default: {@code prometheus.selector} in {@code
     * sre.yaml}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.selector")
    private @Nullable String selector;

    /**
     * Server of settings.xml whose password is the New Relic user key, where the environment variable {@code NEW_RELIC_API_KEY} is not set.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.serverId", defaultValue = "newrelic")
    private String serverId = "newrelic";

    /**
     * Provider of the telemetry, such as {@code newrelic}, where more than one is configured.
     * @since 0.1
     */
    @Parameter(property = "sre.provider")
    private @Nullable String provider;

    private final TelemetryProviders providers = TelemetryProviders.installed();

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
                .map(other -> other.getBasedir().toPath().resolve(ProductFile.NAME))
                .toList();
        return switch (ReactorRule.decide(
                productFile(),
                events != null || app != null || guid != null || selector != null,
                module().getPackaging().equals("pom") && module().getFile() != null,
                others)) {
            case CHECK -> true;
            case ELSEWHERE -> {
                tell().info("no-service-here", ProductFile.NAME);
                yield false;
            }
            case NOTHING -> {
                // A parent POM inherits the goal to others; somebody who typed it wants something checked.
                if (execution().getSource() == MojoExecution.Source.CLI) {
                    throw nowhere();
                }
                tell().warn("nothing-checked", ProductFile.NAME);
                yield false;
            }
            case NOWHERE -> throw nowhere();
        };
    }

    private MojoExecutionException nowhere() {
        return GoalException.of("which-service", productFile());
    }

    /**
     * Opens the telemetry of the service; its provider is chosen by {@link TelemetryProviders}.
     *
     * @throws TelemetryException if a setting is missing or wrong
     */
    final Telemetry telemetry(Product product) throws TelemetryException {
        return providers.open(request(product));
    }

    /** Returns what this build wants of telemetry: its parameters win over the sections of {@code sre.yaml}. */
    final TelemetryRequest request(Product product) {
        Map<String, String> settings = new HashMap<>();
        put(settings, TelemetryProviders.PROVIDER, provider == null && prometheusUrl != null ? "prometheus" : provider);
        put(settings, TelemetryRequest.APP, app);
        put(settings, "account", account);
        put(settings, "guid", guid);
        put(settings, TelemetryRequest.BROWSER, browser);
        put(settings, "region", region);
        put(settings, "nerdgraphUrl", nerdgraphUrl);
        put(settings, "prometheusUrl", prometheusUrl);
        put(settings, "selector", selector);
        return new TelemetryRequest(
                events == null ? null : events.toPath(),
                settings,
                product.configs(),
                new MavenEnvironment(build(), keys, serverId, tell()::warn, this::shown));
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }

    /** Returns the service as reports name it, with what telemetry calls it. */
    final Service service(Product product) {
        return new Service(
                serviceName(product),
                product.account().orElse(null),
                request(product).application().orElse(null));
    }

    /** What tells the organisation's hosts from those of others. */
    final OwnHosts ownHosts() throws MojoExecutionException {
        List<String> domains = ownDomains;
        return parameter("sre.ownDomains", () -> new OwnHosts(domains));
    }

    /** Returns the connection to New Relic, for what it alone offers; event files do not matter. */
    final NewRelicConnection newRelic(Product product) throws TelemetryException {
        TelemetryRequest request = request(product);
        return providers
                .open(new TelemetryRequest(null, request.settings(), request.configs(), request.environment()))
                .require(NewRelicConnection.class);
    }

    /** Returns the provider of the telemetry. */
    final TelemetryProvider provider(TelemetryRequest request) throws TelemetryException {
        return providers.choose(request);
    }

    /** The settings that say which service a check looks at, with their origins. */
    final List<Setting> settings(Product product, Standard held, Window checked) throws TelemetryException {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(
                "service",
                serviceName(product),
                product.serviceName().isPresent() ? Origin.PRODUCT_FILE : origin("sre.app", app != null, false)));
        if (events != null) {
            settings.add(new Setting("events", shown(events.toPath()), origin("sre.events", true, false)));
        }
        TelemetryRequest request = request(product);
        for (ResolvedSetting resolved : providers.choose(request).settings(request)) {
            settings.add(new Setting(
                    resolved.id(),
                    resolved.value().english(),
                    origin(
                            "sre." + resolved.id(),
                            resolved.origin() == ResolvedSetting.Origin.CALLER,
                            resolved.origin() == ResolvedSetting.Origin.PRODUCT_FILE)));
        }
        settings.addAll(heldAgainst(held, checked));
        return settings;
    }
}
