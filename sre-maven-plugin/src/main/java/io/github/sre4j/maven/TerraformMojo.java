package io.github.sre4j.maven;

import io.github.sre4j.alerts.terraform.AddressBook;
import io.github.sre4j.alerts.terraform.MonitoredService;
import io.github.sre4j.alerts.terraform.ServiceModule;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.ProductStandard;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.text.Message;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes service levels, alerts and a dashboard of New Relic as Terraform, from the standard and the measured service. Burn-rate alerts are sized by the
 * traffic of the window, and each says how often it would have fired. Changes nothing in New Relic.
 *
 * @since 0.1
 */
@Mojo(name = "terraform", threadSafe = true)
public final class TerraformMojo extends AbstractServiceMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.terraform.skip", defaultValue = "false")
    private boolean skipTerraform;

    /**
     * Folder for the Terraform files. A file {@code terraform.tfvars} in it is kept, and {@code sre-addresses.json} lets a renamed service keep its
     * history.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.terraform.output", defaultValue = "${project.build.directory}/sre/terraform")
    private @Nullable File output;

    /**
     * Whether traffic is measured. Without it there are no burn-rate alerts and no alert on missing traffic.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.terraform.measure", defaultValue = "true")
    private boolean measure = true;

    /** Made by Maven. */
    @Inject
    public TerraformMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.terraform.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipTerraform;
    }

    @Override
    void run() throws MojoExecutionException {
        if (!hasService()) {
            return;
        }
        Instant now = Instant.now();
        Standard held = standard();
        Product product = product(now, held);
        Standard own = ProductStandard.of(held, product);
        Window window = window(held, now);
        String name = serviceName(product);
        MonitoredService service = new MonitoredService(
                name,
                request(product).application().orElse(name),
                request(product).setting("guid").orElse(null),
                own,
                product.waivers().stream()
                        .filter(waiver ->
                                waiver.isActiveOn(java.time.LocalDate.ofInstant(now, java.time.ZoneOffset.UTC)))
                        .toList(),
                measured(own, product, window),
                window.from(),
                window.to());
        Path folder = Objects.requireNonNull(output).toPath();
        ServiceModule module = ServiceModule.of(List.of(service), addresses(folder), texts());
        write(folder, module.files());
        module.notes().forEach(tell()::info);
        tell().info("terraform-written", shown(folder));
    }

    private List<EndpointMeasurement> measured(Standard own, Product product, Window window)
            throws MojoExecutionException {
        if (!measure) {
            return List.of();
        }
        try {
            return telemetry(product)
                    .require(TelemetrySource.class)
                    .measure(own.plan(window), new MavenProgress(tell(), System::nanoTime))
                    .endpoints();
        } catch (TelemetryException e) {
            getLog().debug(e);
            throw GoalException.of(e);
        }
    }

    private static Map<String, String> addresses(Path folder) throws MojoExecutionException {
        Path file = folder.resolve(AddressBook.FILE);
        try {
            return Files.exists(file)
                    ? AddressBook.read(file.toString(), Files.readString(file, StandardCharsets.UTF_8))
                    : Map.of();
        } catch (IOException e) {
            throw GoalException.of("sre.terraform.output", e);
        }
    }

    private static void write(Path folder, Map<String, String> files) throws MojoExecutionException {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                if (!file.getKey().equals(ServiceModule.VALUES) || !Files.exists(path)) {
                    byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                    ReportFiles.write(path, out -> out.write(content));
                }
            }
        } catch (IOException e) {
            throw GoalException.of("cannot-write", folder, Message.of(e));
        }
    }
}
