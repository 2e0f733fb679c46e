package io.github.sre4j.maven;

import io.github.sre4j.newrelic.ServiceTraffic;
import io.github.sre4j.newrelic.nerdgraph.AccessProbe;
import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.provider.NewRelicConnection;
import io.github.sre4j.newrelic.provider.NewRelicProvider;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.provider.Secret;
import io.github.sre4j.telemetry.provider.ServiceProbe;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.Columns;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what a check would do and whether it can: which service, account, region, window and standard, where each value comes from, whether a
 * key is there (never which), whether New Relic answers, what the key may not do, and what a check costs. Needs no project. Fails if a check
 * could not work.
 *
 * @since 0.1
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends AbstractServiceMojo {

    private static final int LABEL = 14;
    private static final int VALUE = 44;

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.status.skip", defaultValue = "false")
    private boolean skipStatus;

    /** Made by Maven. */
    @Inject
    public StatusMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.status.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipStatus;
    }

    @Override
    void run() throws MojoExecutionException {
        Texts words = texts().of(StatusMojo.class);
        Instant now = Instant.now();
        Standard held = standard();
        Product product = product(now, held);
        Window checked = window(held, now);
        warnOfBuildCache();
        try {
            status(words, product, held, checked);
        } catch (NerdGraphException | TelemetryException e) {
            getLog().debug(e);
            throw new MojoExecutionException(words.get("status.fails", words.say(Message.of(e))));
        }
    }

    private void status(Texts words, Product product, Standard held, Window checked)
            throws MojoExecutionException, NerdGraphException, TelemetryException {
        for (Setting setting : settings(product, held, checked)) {
            String origin = words.get("origin." + setting.origin().id());
            line(words, setting.id(), words.get("status.value", Columns.pad(shown(setting.value()), VALUE), origin));
        }
        TelemetryRequest request = request(product);
        if (request.location().isPresent()) {
            line(words, "events", words.get("status.no-new-relic"));
            return;
        }
        if (!provider(request).id().equals(NewRelicProvider.ID)) {
            for (ServiceProbe.Finding finding :
                    telemetry(product).require(ServiceProbe.class).probe(held.plan(checked))) {
                getLog().info(Columns.pad(shown(words.say(finding.label())), LABEL) + shown(words.say(finding.text())));
            }
            return;
        }
        Optional<Secret> key = request.environment().secret(NewRelicProvider.USER_KEY);
        line(
                words,
                "key",
                key.map(found -> words.get("status.key", words.say(found.origin())))
                        .orElseGet(() -> words.get("status.no-key")));
        NewRelicConnection connection = newRelic(product);
        probe(words, connection, checked);
        boolean pages = connection.browser().isPresent();
        line(
                words,
                "cost",
                words.get(
                        "status.cost",
                        ServiceTraffic.roundTripsOfACheck(pages),
                        ServiceTraffic.queriesOfACheck(pages)));
    }

    /** Does with New Relic what a check does first; stops at the first thing that would stop a check. */
    private void probe(Texts words, NewRelicConnection connection, Window checked)
            throws MojoExecutionException, NerdGraphException, TelemetryException {
        NerdGraph nerdGraph = connection.client();
        long begin = System.nanoTime();
        int accounts = new AccessProbe(nerdGraph).accounts().size();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        line(
                words,
                "answers",
                words.get("status.answers", nerdGraph.host(), words.formats().duration(took), accounts));
        Entity service = connection.service().find(nerdGraph);
        line(
                words,
                "found",
                words.get(
                        "status.found",
                        shown(service.name()),
                        Long.toString(service.account()),
                        shown(service.domain()),
                        shown(service.guid())));
        ServiceTraffic traffic = ServiceTraffic.in(checked, service, nerdGraph);
        line(words, "traffic", words.get("status.traffic", traffic.usable(), traffic.unusable()));
        if (traffic.usable() == 0) {
            throw new MojoExecutionException(words.get("status.no-traffic", shown(service.name())));
        }
    }

    private void line(Texts words, String label, String text) {
        getLog().info(Columns.pad(words.get("status." + label + ".label"), LABEL) + text);
    }

    private static String shown(String text) {
        return TextEscaping.forTerminal(text);
    }
}
