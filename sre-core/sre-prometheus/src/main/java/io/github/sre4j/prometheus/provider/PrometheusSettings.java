package io.github.sre4j.prometheus.provider;

import io.github.sre4j.prometheus.ErrorRule;
import io.github.sre4j.prometheus.PrometheusTelemetry;
import io.github.sre4j.prometheus.api.ServerAddress;
import io.github.sre4j.prometheus.promql.Selector;
import io.github.sre4j.telemetry.provider.ResolvedSetting;
import io.github.sre4j.telemetry.provider.ResolvedSetting.Origin;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of one request: what the caller sets wins over the section of {@code sre.yaml}.
 *
 * @param url the server, if it is configured
 * @param selector the series of the service, if they are configured
 * @param tenant the tenant, if there is one
 * @param errors the statuses of failed requests
 */
record PrometheusSettings(Optional<URI> url, Optional<Selector> selector, Optional<String> tenant, ErrorRule errors) {

    /** The setting that names the server. */
    static final String URL = "prometheusUrl";

    /** The setting that selects the series. */
    static final String SELECTOR = "selector";

    private static final String ABSENT = "-";

    /**
     * Reads the settings of a request.
     *
     * @throws IllegalArgumentException if a setting is wrong; the message names it
     */
    static PrometheusSettings of(TelemetryRequest request) {
        PrometheusConfig file = request.config(PrometheusConfig.class).orElse(PrometheusConfig.NONE);
        return new PrometheusSettings(
                read(request, URL, ServerAddress::parse).or(() -> Optional.ofNullable(file.url())),
                read(request, SELECTOR, Selector::parse).or(() -> Optional.ofNullable(file.selector())),
                Optional.ofNullable(file.tenant()),
                file.errors() == null ? ErrorRule.SERVER : file.errors());
    }

    /**
     * Returns the server.
     *
     * @throws IllegalArgumentException if it is not configured
     */
    URI requiredUrl() {
        return url.orElseThrow(() -> missing("no-url"));
    }

    /**
     * Returns the series of the service.
     *
     * @throws IllegalArgumentException if they are not configured
     */
    Selector requiredSelector() {
        return selector.orElseThrow(() -> missing("no-selector"));
    }

    /** Returns the settings for people, each with its origin. */
    List<ResolvedSetting> resolved(TelemetryRequest request) {
        PrometheusConfig file = request.config(PrometheusConfig.class).orElse(PrometheusConfig.NONE);
        List<ResolvedSetting> resolved = new ArrayList<>();
        resolved.add(setting(request, URL, url.map(URI::toString).orElse(ABSENT), file.url() != null));
        resolved.add(
                setting(request, SELECTOR, selector.map(Selector::braces).orElse(ABSENT), file.selector() != null));
        tenant.ifPresent(given -> resolved.add(setting(request, "tenant", given, true)));
        resolved.add(setting(request, "errors", errors.id(), file.errors() != null));
        return resolved;
    }

    private static ResolvedSetting setting(TelemetryRequest request, String id, String value, boolean inFile) {
        return new ResolvedSetting(
                id,
                Message.plain(value),
                request.setting(id).isPresent() ? Origin.CALLER : inFile ? Origin.PRODUCT_FILE : Origin.DEFAULT);
    }

    private static InvalidInputException missing(String key) {
        return new InvalidInputException(Message.of(PrometheusTelemetry.class, key));
    }

    private static <T> Optional<T> read(TelemetryRequest request, String setting, Function<String, T> parser) {
        try {
            return request.setting(setting).map(parser);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    Message.of(PrometheusTelemetry.class, "setting", "sre." + setting, Message.of(e)), e);
        }
    }
}
