package io.github.sre4j.check;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.check.state.FixSettings;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.provider.TelemetryProviders;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The settings of one check run, complete; {@link CheckRunBuilder} documents them. */
record CheckSettings(
        Standard standard,
        Product product,
        Service service,
        Window window,
        TelemetryProviders providers,
        TelemetryRequest request,
        Enforcement enforcement,
        OnNoData onNoData,
        OnNoData onUnavailable,
        int maxStaleRuns,
        @Nullable Baseline baseline,
        @Nullable String override,
        @Nullable FixSettings fixes,
        Supplier<SourceIndex> sources,
        List<CheckContributor> contributors,
        @Nullable Path history,
        @Nullable String buildId,
        PublishMode publish,
        Path output,
        Path cache,
        Function<Path, String> display,
        Texts texts,
        Clock clock,
        CheckListener listener) {

    CheckSettings {
        contributors = List.copyOf(contributors);
    }
}
