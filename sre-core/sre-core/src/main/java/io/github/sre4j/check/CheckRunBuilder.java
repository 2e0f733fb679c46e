package io.github.sre4j.check;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.check.file.KnownViolations;
import io.github.sre4j.check.file.ProductFile;
import io.github.sre4j.check.state.FixSettings;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.provider.TelemetryProviders;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a {@link CheckRun} and runs it. Not thread-safe. */
public final class CheckRunBuilder {

    private static final int DEFAULT_STALE_RUNS = 10;

    private final Standard standard;
    private final Product product;
    private final List<CheckContributor> contributors = new ArrayList<>();
    private @Nullable Service service;
    private @Nullable Window window;
    private @Nullable TelemetryRequest request;
    private TelemetryProviders providers = TelemetryProviders.installed();
    private @Nullable Enforcement enforcement;
    private OnNoData onNoData = OnNoData.FAIL;
    private OnNoData onUnavailable = OnNoData.WARN;
    private int maxStaleRuns = DEFAULT_STALE_RUNS;
    private @Nullable Baseline baseline;
    private @Nullable String override;
    private @Nullable FixSettings fixes;
    private Supplier<SourceIndex> sources = () -> SourceIndex.NONE;
    private @Nullable Path history;
    private @Nullable String buildId;
    private PublishMode publish = PublishMode.OFF;
    private Path output = Path.of("sre");
    private @Nullable Path cache;
    private Function<Path, String> display = Path::toString;
    private Texts texts = Texts.in(Locale.ENGLISH);
    private Clock clock = Clock.systemUTC();
    private CheckListener listener = CheckListener.NONE;

    /**
     * Creates a builder.
     *
     * @param standard the organization's standard
     * @param product the product
     */
    public CheckRunBuilder(Standard standard, Product product) {
        this.standard = Objects.requireNonNull(standard, "standard");
        this.product = Objects.requireNonNull(product, "product");
    }

    /**
     * Returns a builder for the product in a folder, by the built-in standard: reads its {@code sre.yaml} and {@code sre-baseline.json}, which may be
     * missing.
     *
     * @throws IllegalArgumentException if one of the files is not valid; the message says where and what to do
     */
    public static CheckRunBuilder ofProduct(Path folder) {
        return ofProduct(folder, DefaultStandard.get());
    }

    /**
     * Returns a builder for the product in a folder.
     *
     * @param folder its folder
     * @param standard the organization's standard
     * @throws IllegalArgumentException if a file of the product is not valid; the message says where and what to do
     */
    public static CheckRunBuilder ofProduct(Path folder, Standard standard) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        CheckRunBuilder builder =
                new CheckRunBuilder(standard, ProductFile.find(folder.resolve(ProductFile.NAME), today, standard));
        builder.baseline = KnownViolations.find(folder.resolve(BaselineFile.NAME));
        return builder;
    }

    /** Sets the telemetry. Default: none in files; what {@code sre.yaml} configures. */
    public CheckRunBuilder telemetry(TelemetryRequest wanted) {
        request = wanted;
        return this;
    }

    /** Sets the providers to choose from. Default: the installed ones. */
    public CheckRunBuilder providers(TelemetryProviders installed) {
        providers = installed;
        return this;
    }

    /** Sets the service as reports name it. Default: that of {@code sre.yaml}, or else the application of the telemetry. */
    public CheckRunBuilder service(Service checked) {
        service = checked;
        return this;
    }

    /** Sets the window. Default: the length that the standard sets, until now. */
    public CheckRunBuilder window(Window measured) {
        window = measured;
        return this;
    }

    /** Sets what a violation does to the build. Default: as the standard sets. */
    public CheckRunBuilder enforcement(Enforcement mode) {
        enforcement = mode;
        return this;
    }

    /** Sets what a service without telemetry does to the build. Default: it fails. */
    public CheckRunBuilder onNoData(OnNoData reaction) {
        onNoData = reaction;
        return this;
    }

    /**
     * Sets what unavailable telemetry does to the build. Default: a warning, for at most 10 checks in a row.
     *
     * @param reaction fail or warn
     * @param tolerated how many checks in a row are tolerated before the build fails all the same; 0 for any number
     */
    public CheckRunBuilder onUnavailable(OnNoData reaction, int tolerated) {
        onUnavailable = reaction;
        maxStaleRuns = tolerated;
        return this;
    }

    /** Sets the known violations; null if there is no baseline. */
    public CheckRunBuilder baseline(@Nullable Baseline known) {
        baseline = known;
        return this;
    }

    /** Sets why this one build passes although it has violations; null for no override. */
    public CheckRunBuilder override(@Nullable String reason) {
        override = reason;
        return this;
    }

    /** Lets violations pass whose fix is pending. Default: no fix is looked for. */
    public CheckRunBuilder fixes(FixSettings pending) {
        fixes = pending;
        return this;
    }

    /** Sets the product's source code, for the locations of endpoints; read once there are verdicts. Default: none. */
    public CheckRunBuilder sources(Supplier<SourceIndex> index) {
        sources = index;
        return this;
    }

    /** Adds a contributor to the report. */
    public CheckRunBuilder contributor(CheckContributor contributor) {
        contributors.add(contributor);
        return this;
    }

    /** Sets the file that each check appends a line to; null for none. */
    public CheckRunBuilder history(@Nullable Path file) {
        history = file;
        return this;
    }

    /**
     * Sets a name that all modules of one build share and no other build has, so that a service of several modules counts once in what builds keep. Default:
     * every check counts.
     */
    public CheckRunBuilder buildId(@Nullable String id) {
        buildId = id;
        return this;
    }

    /** Sets whether the summary is sent to the telemetry backend. Default: it is not. */
    public CheckRunBuilder publish(PublishMode mode) {
        publish = mode;
        return this;
    }

    /** Sets the folder of the report files. Default: {@code sre}. */
    public CheckRunBuilder output(Path folder) {
        output = folder;
        return this;
    }

    /** Sets the folder that is kept between checks; null for that of the report files. */
    public CheckRunBuilder cache(@Nullable Path folder) {
        cache = folder;
        return this;
    }

    /** Sets how paths are shown to people. Default: as they are. */
    public CheckRunBuilder display(Function<Path, String> shown) {
        display = shown;
        return this;
    }

    /** Sets the language of the report files. Default: English. */
    public CheckRunBuilder texts(Texts language) {
        texts = language;
        return this;
    }

    /** Sets the clock. Default: that of the system. */
    public CheckRunBuilder clock(Clock time) {
        clock = time;
        return this;
    }

    /** Sets the listener. Default: one that ignores everything. */
    public CheckRunBuilder listener(CheckListener receiver) {
        listener = receiver;
        return this;
    }

    /**
     * Runs the check.
     *
     * @return the result; also that telemetry was unavailable, if that is tolerated
     * @throws TelemetryException if the telemetry cannot be read and that fails the build
     * @throws IOException if a report file cannot be written; its message is one sentence for people
     * @throws IllegalArgumentException if a setting is wrong; its message is one sentence for people
     */
    public CheckResult run() throws TelemetryException, IOException {
        return new CheckRun(settings()).run();
    }

    private CheckSettings settings() {
        TelemetryRequest wanted = request == null ? TelemetryRequest.of(product.configs()) : request;
        return new CheckSettings(
                standard,
                product,
                service == null ? named(wanted) : service,
                window == null ? Window.endingAt(clock.instant(), standard.window()) : window,
                providers,
                wanted,
                enforcement == null ? standard.enforcement() : enforcement,
                onNoData,
                onUnavailable,
                maxStaleRuns,
                baseline,
                override,
                fixes,
                sources,
                contributors,
                history,
                buildId,
                publish,
                output,
                cache == null ? output : cache,
                display,
                texts,
                clock,
                listener);
    }

    private Service named(TelemetryRequest wanted) {
        String application = wanted.application().orElse(null);
        return new Service(
                product.serviceName().orElse(application == null ? "service" : application),
                product.account().orElse(null),
                application);
    }
}
