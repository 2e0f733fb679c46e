package io.github.sre4j.newrelic.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.yaml.InvalidConfigException;
import io.github.sre4j.standard.yaml.ProductYaml;
import io.github.sre4j.telemetry.DeploymentSource;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.VisitSource;
import io.github.sre4j.telemetry.provider.ProxySettings;
import io.github.sre4j.telemetry.provider.ResolvedSetting;
import io.github.sre4j.telemetry.provider.Secret;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.telemetry.provider.TelemetryEnvironment;
import io.github.sre4j.telemetry.provider.TelemetryProviders;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.Message;
import io.github.sre4j.trace.source.TraceSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewRelicProviderTest {

    private final List<String> warnings = new ArrayList<>();

    @Test
    void the_section_of_sre_yaml_says_which_service_is_meant() throws Exception {
        Product product = product("newrelic: {app: orders-prod, account: 1234567, region: eu, browser: orders-web}");
        assertThat(product.application()).contains("orders-prod");
        assertThat(product.account()).contains("1234567");
        Telemetry telemetry = TelemetryProviders.installed().open(request(product, Map.of(), "NRAK-1", false));
        assertThat(telemetry.description()).hasToString("New Relic (orders-prod)");
        for (Class<?> type : List.of(
                TelemetrySource.class,
                EvidenceSource.class,
                VisitSource.class,
                DeploymentSource.class,
                TraceSource.class)) {
            assertThat(telemetry.capability(type)).as(type.getSimpleName()).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "newrelic: {region: uk} | f.yaml:1:20: newrelic.region: unknown region 'uk'; allowed: us, eu, jp, gov",
                "newrelic: {account: acme} | f.yaml:1:21: newrelic.account: 'acme' is not an account id. Use the number of the account in New Relic",
                "newrelic: {acount: 12} | f.yaml:1:12: newrelic.acount: unknown key; did you mean 'account'? allowed here: app, account, guid, browser, region",
                "newrelic: orders | f.yaml:1:11: newrelic: keys with values are expected here, such as '{key: value}'",
            })
    void a_wrong_section_is_reported_with_its_place_and_what_is_allowed(String yaml, String sentence) {
        assertThatThrownBy(() -> product(yaml))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void a_setting_of_the_caller_wins_over_the_section() throws Exception {
        Product product = product("newrelic: {app: orders-prod, region: eu}");
        TelemetryRequest request = request(product, Map.of("app", "orders-stage"), "NRAK-1", false);
        List<ResolvedSetting> settings = new NewRelicProvider().settings(request);
        assertThat(settings)
                .extracting(each -> each.id() + "=" + each.value() + " " + each.origin())
                .containsExactly(
                        "app=orders-stage CALLER",
                        "account=- DEFAULT",
                        "region=eu PRODUCT_FILE",
                        "nerdgraphUrl=https://api.eu.newrelic.com/graphql DEFAULT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account | acme | sre.account: 'acme' is not an account id",
                "region | mars | sre.region: unknown region 'mars'; allowed: us, eu, jp, gov",
            })
    void a_wrong_setting_is_named(String name, String value, String sentence) {
        assertThatThrownBy(() -> TelemetryProviders.installed()
                        .open(request(Product.NOT_CONFIGURED, Map.of(name, value), "NRAK-1", false)))
                .hasMessageStartingWith(sentence);
    }

    @Test
    void without_a_key_or_a_network_the_obstacle_says_what_to_do() {
        assertThatThrownBy(() ->
                        TelemetryProviders.installed().open(request(Product.NOT_CONFIGURED, Map.of(), null, false)))
                .hasMessage("no telemetry source configured. Set sre.events to event files, or"
                        + " provide a New Relic user key in the safe NEW_RELIC_API_KEY");
        assertThatThrownBy(() ->
                        TelemetryProviders.installed().open(request(Product.NOT_CONFIGURED, Map.of(), "NRAK-1", true)))
                .hasMessageStartingWith("the build is offline");
    }

    @Test
    void a_key_of_another_kind_and_an_unencrypted_address_are_warnings() throws Exception {
        TelemetryProviders.installed()
                .open(request(
                        Product.NOT_CONFIGURED,
                        Map.of("nerdgraphUrl", "http://nerdgraph.acme.com/graphql"),
                        "eu01xx",
                        false));
        assertThat(warnings).hasSize(2).noneMatch(warning -> warning.contains("eu01xx"));
    }

    @Test
    void the_clients_of_one_environment_share_their_limits() {
        TelemetryEnvironment environment = environment("NRAK-1", false);
        Object first = environment.shared(Object.class, Object::new);
        assertThat(environment.shared(Object.class, Object::new)).isSameAs(first);
    }

    private static Product product(String yaml) throws InvalidConfigException {
        return ProductYaml.read(
                "f.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.parse("2026-11-24"), DefaultStandard.get());
    }

    private TelemetryRequest request(Product product, Map<String, String> settings, String key, boolean offline) {
        return new TelemetryRequest(null, settings, product.configs(), environment(key, offline));
    }

    private TelemetryEnvironment environment(String key, boolean offline) {
        TelemetryEnvironment process = TelemetryEnvironment.ofProcess();
        return new TelemetryEnvironment() {
            @Override
            public Optional<Secret> secret(String variable) {
                return Optional.ofNullable(key).map(text -> new Secret(text, Message.plain(variable)));
            }

            @Override
            public Message secretPlaces(String variable) {
                return Message.plain("the safe " + variable);
            }

            @Override
            public Optional<ProxySettings> proxy(URI address) {
                return Optional.empty();
            }

            @Override
            public boolean isOffline() {
                return offline;
            }

            @Override
            public void warn(Message message) {
                warnings.add(message.english());
            }

            @Override
            public String display(Path path) {
                return path.toString();
            }

            @Override
            public <T> T shared(Class<T> type, Supplier<? extends T> factory) {
                return process.shared(type, factory);
            }
        };
    }
}
