package io.github.sre4j.maven;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.EntitySearch;
import io.github.sre4j.newrelic.nerdgraph.EntitySearch.Found;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.provider.NewRelicConnection;
import io.github.sre4j.newrelic.provider.NewRelicProvider;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.yaml.InvalidConfigException;
import io.github.sre4j.standard.yaml.ProductYaml;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.provider.ServiceProbe;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a first {@code sre.yaml} with comments, for the service that New Relic knows by {@code sre.app} or by the project's artifactId, and
 * shows the plugin XML to paste. Asks which service is meant where several may be and somebody is there to answer. Overwrites nothing.
 *
 * @since 0.1
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends AbstractServiceMojo {

    private static final int OFFERED = 9;

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.init.skip", defaultValue = "false")
    private boolean skipInit;

    /** Made by Maven. */
    @Inject
    public InitMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.init.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipInit;
    }

    @Override
    void run() throws MojoExecutionException {
        Texts words = texts().of(InitMojo.class);
        Path file = productFile();
        if (Files.exists(file)) {
            getLog().info(words.get("init.exists", shown(file)));
        } else {
            TelemetryRequest request = request(Product.NOT_CONFIGURED);
            if (request.setting("prometheusUrl").isPresent()) {
                prometheus(file, request, words);
                return;
            }
            String wanted = request.application().orElseGet(this::defaultName);
            Optional<Entity> found =
                    request.environment().secret(NewRelicProvider.USER_KEY).isPresent()
                            ? find(words, wanted)
                            : Optional.empty();
            String name = found.map(Entity::name).orElse(wanted);
            write(
                    file,
                    ProductFileDraft.newRelic(
                            name, found, request.setting("region").orElse("us")),
                    words);
            getLog().info(words.get("init.written", shown(file)));
            if (found.isEmpty()) {
                getLog().info(words.get("init.no-key"));
            }
        }
        showPlugin(words);
    }

    private void showPlugin(Texts words) throws MojoExecutionException {
        getLog().info(words.get("init.paste"));
        PluginXml.lines(execution().getPlugin().getVersion()).forEach(getLog()::info);
        warnOfBuildCache();
        getLog().info(words.get("init.next"));
    }

    /** Looks for the service in Prometheus, and shows what its buckets lack. */
    private void prometheus(Path file, TelemetryRequest request, Texts words) throws MojoExecutionException {
        String name = request.application().orElseGet(this::defaultName);
        String selector = request.setting("selector")
                .orElseGet(() -> "application=\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        Standard held = standard();
        try {
            ServiceProbe probe = provider(request)
                    .open(request.withSetting("selector", selector))
                    .require(ServiceProbe.class);
            for (ServiceProbe.Finding finding : probe.probe(held.plan(window(held, Instant.now())))) {
                getLog().info(words.get(
                        "init.finding",
                        TextEscaping.forTerminal(words.say(finding.label())),
                        TextEscaping.forTerminal(words.say(finding.text()))));
            }
        } catch (TelemetryException e) {
            getLog().debug(e);
            throw GoalException.of(e);
        }
        write(
                file,
                ProductFileDraft.prometheus(
                        name, request.setting("prometheusUrl").orElseThrow(), selector),
                words);
        getLog().info(words.get("init.written", shown(file)));
        showPlugin(words);
    }

    /** Outside a project Maven makes one up, whose name says nothing. */
    private String defaultName() {
        Path folder = base().toAbsolutePath().normalize().getFileName();
        return module().getFile() != null || folder == null ? module().getArtifactId() : folder.toString();
    }

    private Optional<Entity> find(Texts words, String name) throws MojoExecutionException {
        Found found;
        try {
            NewRelicConnection connection = newRelic(Product.NOT_CONFIGURED);
            found = new EntitySearch(connection.client()).services(name, connection.account());
        } catch (NerdGraphException | TelemetryException e) {
            getLog().debug(e);
            throw GoalException.of(e);
        }
        if (found.exact().size() == 1) {
            return Optional.of(found.exact().get(0));
        }
        List<Entity> candidates = new ArrayList<>(found.exact().isEmpty() ? found.similar() : found.exact());
        String named = TextEscaping.forTerminal(name);
        if (candidates.isEmpty()) {
            throw new MojoExecutionException(words.get("init.none", named));
        }
        getLog().info(words.get("init.which", named));
        List<Entity> offered = candidates.stream().limit(OFFERED).toList();
        for (int i = 0; i < offered.size(); i++) {
            Entity each = offered.get(i);
            getLog().info(words.get(
                    "init.candidate",
                    i + 1,
                    TextEscaping.forTerminal(each.name()),
                    Long.toString(each.account()),
                    TextEscaping.forTerminal(each.domain())));
        }
        return Optional.of(choose(words, offered));
    }

    @SuppressWarnings("SystemConsoleNull") // whether somebody is there is asked beside it
    private Entity choose(Texts words, List<Entity> offered) throws MojoExecutionException {
        Console console = System.console();
        if (console != null && build().getRequest().isInteractiveMode() && Ansi.onTerminal()) {
            String answer = console.readLine("%s", words.get("init.ask", offered.size()));
            if (answer != null && answer.strip().matches("[1-9]")) {
                int chosen = Integer.parseInt(answer.strip());
                if (chosen <= offered.size()) {
                    return offered.get(chosen - 1);
                }
            }
        }
        throw new MojoExecutionException(words.get("init.choose"));
    }

    private static void write(Path file, ProductFileDraft draft, Texts words) throws MojoExecutionException {
        byte[] content = draft.text(words).getBytes(StandardCharsets.UTF_8);
        try {
            ProductYaml.read(file.toString(), content, LocalDate.now(ZoneOffset.UTC), DefaultStandard.get());
            Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (InvalidConfigException e) {
            throw GoalException.of("draft-invalid", Message.of(e));
        } catch (IOException e) {
            throw GoalException.of("cannot-write", file, Message.of(e));
        }
    }
}
