package io.github.sre4j.standard.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.provider.ConfigSection;
import io.github.sre4j.telemetry.provider.ProviderConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StandardYamlTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final String CLASSES = "classes:\n  - name: web\n    match: '**'\n    errors: {below: 1%}\n";

    @Test
    void the_file_to_start_from_is_the_built_in_standard() throws Exception {
        byte[] content = DefaultStandard.class
                .getResourceAsStream("default-standard.yaml")
                .readAllBytes();
        assertThat(StandardYaml.read("default-standard.yaml", content)).isEqualTo(DefaultStandard.get());
    }

    @Test
    void reads_every_key() throws Exception {
        Standard standard = standard("""
                version: 2026.1
                name: acme
                window: 28d
                confidence: 0.999
                enforcement: enforce
                classes:
                  - name: interactive
                    match: ["WebTransaction/**", "GET **"]
                    latency: {within: 800ms, for: 99.5%}
                    errors: {below: 0.1%}
                  - name: rest
                    match: "**"
                    errors: {below: 5%}
                """);
        assertThat(standard.version()).isEqualTo("2026.1");
        assertThat(standard.window()).isEqualTo(Duration.ofDays(28));
        assertThat(standard.enforcement()).isEqualTo(Enforcement.ENFORCE);
        assertThat(standard.classes()).extracting(c -> c.name()).containsExactly("interactive", "rest");
        assertThat(standard.classes().get(0).latency().orElseThrow().threshold())
                .isEqualTo(Duration.ofMillis(800));
        assertThat(standard.classes().get(0).errors().orElseThrow().objective().allowedBadRatio())
                .isEqualTo(0.001);
    }

    @Test
    void what_is_extended_gives_the_keys_and_classes_that_are_left_out() throws Exception {
        Standard standard = standard("""
                version: 4
                name: acme
                extends: default
                window: 28d
                classes:
                  - name: uploads
                    match: "**/upload*"
                    latency: {within: 10s, for: 95%}
                  - name: background
                    match: ["OtherTransaction/**", "MessageTransaction/**"]
                    errors: {below: 2%}
                """);
        assertThat(standard.window()).isEqualTo(Duration.ofDays(28));
        assertThat(standard.enforcement()).isEqualTo(DefaultStandard.get().enforcement());
        assertThat(standard.classes())
                .extracting(c -> c.name())
                .containsExactly(
                        "uploads", "background", "page-load", "page-response", "page-stability", "interactive");
        assertThat(standard.classes().get(1).errors().orElseThrow().objective().allowedBadRatio())
                .isEqualTo(0.02);
        assertThat(standard("version: 1\nname: acme\nextends: default\n").classes())
                .isEqualTo(DefaultStandard.get().classes());
        assertThatThrownBy(() -> standard("version: 1\nname: acme\nextends: other\n"))
                .hasMessage("f.yaml:3:10: extends: unknown standard 'other'; allowed: default");
    }

    @Test
    void a_product_may_be_stricter_and_move_endpoints_and_cannot_loosen() throws Exception {
        Product product = product("""
                stricter:
                  - class: interactive
                    latency: {within: 500ms, for: 99%}
                moves:
                  - endpoint: "WebTransaction/SpringController/reports/**"
                    class: background
                    reason: "called by a scheduler only"
                """);
        Standard held = io.github.sre4j.standard.ProductStandard.of(DefaultStandard.get(), product);
        var search = held.classOf(new io.github.sre4j.sli.EndpointName("WebTransaction/SpringController/search (GET)"))
                .orElseThrow();
        assertThat(search.latency().orElseThrow().threshold()).isEqualTo(Duration.ofMillis(500));
        assertThat(search.errors())
                .isEqualTo(DefaultStandard.get().classes().get(4).errors());
        assertThat(held.classOf(new io.github.sre4j.sli.EndpointName("WebTransaction/SpringController/reports/7 (GET)"))
                        .orElseThrow()
                        .name())
                .isEqualTo("background");
        assertThatThrownBy(() -> product("stricter:\n  - class: interactive\n    latency: {within: 2s, for: 99%}\n"))
                .hasMessage(
                        "f.yaml:2:12: stricter[0].class: a product may be stricter than the standard, not looser: class 'interactive' requires 'latency: {within: 1000ms, for: 95%}'. Add a waiver for the endpoint");
        assertThatThrownBy(() -> product("stricter:\n  - class: interactive\n    errors: {below: 2%}\n"))
                .hasMessageContaining("class 'interactive' requires at least 99% without error");
        assertThatThrownBy(() -> product("moves:\n  - {endpoint: x, class: batch, reason: none}\n"))
                .hasMessage(
                        "f.yaml:2:26: moves[0].class: the standard 'default' has no class 'batch'; it has page-load, page-response, page-stability, background, interactive");
    }

    @Test
    void reads_a_product_with_waivers() throws Exception {
        Product product = product("""
                service: orders
                backend: {app: orders-prod}
                waivers:
                  - endpoint: "WebTransaction/SpringController/reports/{id} (GET)"
                    sli: latency
                    reason: "CSV export, three operators a month"
                    owner: team-orders
                    until: 2027-03-31
                """);
        assertThat(product.serviceName()).contains("orders");
        assertThat(product.application()).contains("orders-prod");
        assertThat(product.waivers())
                .singleElement()
                .satisfies(waiver -> assertThat(waiver.until()).isEqualTo("2027-03-31"));
    }

    @Test
    void every_problem_of_a_file_is_reported_at_once_in_its_order() {
        InvalidConfigException e = catchThrowableOfType(
                InvalidConfigException.class,
                () -> standard(
                        "version: 1\nnmae: acme\nwindow: 7\nclasses:\n  - name: a\n    match: x\n    latency: {within: 1, for: 0.95}\n"));
        assertThat(e.problems())
                .extracting(p -> p.line() + ":" + p.column() + " " + p.key())
                .containsExactly(
                        "2:1 nmae", "3:9 window", "7:23 classes[0].latency.within", "7:31 classes[0].latency.for");
        assertThat(e.getMessage().lines()).hasSize(5).first().isEqualTo("4 problems");
        assertThat(e.getMessage().lines().skip(1)).allMatch(line -> line.startsWith("  f.yaml:"));
    }

    /** Each entry: what stands in the file, and the one sentence a person gets for it. */
    @TestFactory
    Stream<DynamicTest> each_mistake_in_a_standard_has_its_sentence() {
        String head = "version: 1\nname: acme\n";
        return Stream.of(
                        problem("", "f.yaml:1:1: the file is empty"),
                        problem("- a\n", "f.yaml:1:1: the file must contain keys with values, such as 'name: value'"),
                        problem(
                                head + CLASSES + "windwo: 7d\n",
                                "f.yaml:7:1: windwo: unknown key; did you mean 'window'? allowed here: version, name, extends, window, confidence, enforcement, incidentUpTo, classes, unrouted, waivers, maintenance"),
                        problem(
                                head + "name: b\n" + CLASSES,
                                "f.yaml:3:1: name: this key is given twice; keep one of them"),
                        problem(
                                head + "window: 7\n" + CLASSES,
                                "f.yaml:3:9: window: '7' is not a duration; write a number with a unit (ms, s, m, h, d) such as 300ms, 1.5s or 7d, or ISO-8601 such as PT0.3S"),
                        problem(
                                head + "window: 0s\n" + CLASSES,
                                "f.yaml:3:9: window: the duration must be longer than zero"),
                        problem(
                                head + "confidence: 99%\n" + CLASSES,
                                "f.yaml:3:13: confidence: '99%' is not a number; write a chance such as 0.99"),
                        problem(
                                head + "confidence: 0.99d\n" + CLASSES,
                                "f.yaml:3:13: confidence: '0.99d' is not a number; write a chance such as 0.99"),
                        problem(
                                head + "confidence: 0x1.fp-1\n" + CLASSES,
                                "f.yaml:3:13: confidence: '0x1.fp-1' is not a number; write a chance such as 0.99"),
                        problem(
                                head + "confidence: !chance 0.99\n" + CLASSES,
                                "f.yaml:3:13: tags such as '!chance' have no meaning here; remove it"),
                        problem(
                                head + CLASSES.replace("'**'", "**"),
                                "f.yaml:5:13: this is not valid YAML: unexpected character found *(42); put a value that begins with * or & in quotes, such as \"**\""),
                        problem(
                                head + "\"\\e[31mwindow\": 7d\n" + CLASSES,
                                "f.yaml:3:1: \uFFFD[31mwindow: unknown key; allowed here: version, name, extends, window, confidence, enforcement, incidentUpTo, classes, unrouted, waivers, maintenance"),
                        problem(
                                "a: " + "[".repeat(50_000),
                                "f.yaml:1:23: more than 20 levels of nesting begin here; none is needed"),
                        problem(
                                "# " + "x".repeat(1_000_000),
                                "f.yaml:1:1: the file has 1,000,002 bytes; at most 1,000,000 are read"),
                        problem(
                                head + "classes:\n  - {name: a, match: x, shift: {within: 100ms, for: 75%}}\n",
                                "f.yaml:4:41: classes[0].shift.within: '100ms' is not a layout shift; it has no unit: write one such as 0.1"),
                        problem(
                                head
                                        + "classes:\n  - {name: a, match: x, latency: {within: 1s, for: 75%}, shift: {within: 0.1, for: 75%}}\n",
                                "f.yaml:4:65: classes[0].shift: a class judges 'latency' or 'shift', not both: no endpoint has both"),
                        problem(
                                head + "confidence: 1\n" + CLASSES,
                                "f.yaml:3:13: confidence: '1' is not a chance above 0.5 and below 1; write one such as 0.99"),
                        problem(
                                head + "enforcement: strict\n" + CLASSES,
                                "f.yaml:3:14: enforcement: unknown enforcement 'strict'; allowed: observe, ratchet, enforce"),
                        problem(
                                head,
                                "f.yaml:1:1: classes: missing; list at least one class with 'name', 'match' and 'latency' or 'errors'"),
                        problem(
                                head + "classes: []\n",
                                "f.yaml:3:10: classes: the standard has no classes. List at least one"),
                        problem(
                                head + "classes: web\n",
                                "f.yaml:3:10: classes: a list is expected here: one '- ' for each entry"),
                        problem(
                                head + CLASSES + "  - name: web\n    match: x\n    errors: {below: 1%}\n",
                                "f.yaml:7:11: classes[1].name: there is a class 'web' already; give each class a name of its own"),
                        problem(
                                head + CLASSES + "  - name: b\n    match: '**'\n    errors: {below: 1%}\n",
                                "f.yaml:8:12: classes[1].match: '**' is already in class 'web', and the first matching class wins. Remove it from one of them"),
                        problem(
                                head + CLASSES.replace("1%", "1"),
                                "f.yaml:6:21: classes[0].errors.below: '1' is not a percentage; write the share of errors with a percent sign, such as 95% or 0.5%"),
                        problem(
                                head + CLASSES.replace("1%", "0%"),
                                "f.yaml:6:21: classes[0].errors.below: '0%' is not verifiable; the share of errors must be above 0% and below 100%"),
                        problem(
                                head + CLASSES.replace("errors: {below: 1%}", "latency: {within: 1s, for: 100%}"),
                                "f.yaml:6:32: classes[0].latency.for: '100%' is not verifiable; the share of good events must be above 0% and below 100%"),
                        problem(
                                head + CLASSES.replace("errors: {below: 1%}", "latency: {within: 1s}"),
                                "f.yaml:6:14: classes[0].latency.for: missing; give the share of requests, such as 'for: 95%'"),
                        problem(
                                head + CLASSES.replace("    errors: {below: 1%}\n", ""),
                                "f.yaml:4:5: classes[0].latency: a class needs 'latency: {within: 1s, for: 95%}', 'errors: {below: 1%}' or both"),
                        problem(
                                head + CLASSES.replace("'**'", "'a***'"),
                                "f.yaml:5:12: classes[0].match: the pattern 'a***' has three stars in a row; * matches within a path segment, ** across segments"),
                        problem(
                                head + CLASSES.replace("'**'", ""),
                                "f.yaml:5:11: classes[0].match: the value is empty; give one or remove the key"),
                        problem(
                                head + "classes:\n\t- a\n",
                                "f.yaml:4:1: this is not valid YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
                        problem(
                                head + CLASSES + "---\nname: b\n",
                                "f.yaml:7:1: a second document begins here; keep one document a file"))
                .map(each -> DynamicTest.dynamicTest(
                        each.sentence(),
                        () -> assertThatThrownBy(() -> standard(each.text()))
                                .isInstanceOf(InvalidConfigException.class)
                                .hasMessage(each.sentence())));
    }

    @TestFactory
    Stream<DynamicTest> each_mistake_in_a_product_file_has_its_sentence() {
        String waiver =
                "waivers:\n  - endpoint: x\n    reason: rewritten in spring\n    owner: team-a\n    until: 2027-01-01\n";
        return Stream.of(
                        problem(
                                "sevice: x\n",
                                "f.yaml:1:1: sevice: unknown key; did you mean 'service'? allowed here: service, backend, stricter, moves, waivers, maintenance"),
                        problem(
                                "backend: {app: a, step: 7}\n",
                                "f.yaml:1:25: backend.step: '7' has no unit; use one such as 7s"),
                        problem(
                                "backend: {ap: a}\n",
                                "f.yaml:1:11: backend.ap: unknown key; did you mean 'app'? allowed here: app, step"),
                        problem(
                                waiver.replace("    owner: team-a\n", ""),
                                "f.yaml:2:5: waivers[0].owner: missing; give the owner"),
                        problem(
                                waiver.replace("    reason: rewritten in spring\n", ""),
                                "f.yaml:2:5: waivers[0].reason: missing; give the reason; reports show it"),
                        problem(
                                waiver.replace("    until: 2027-01-01\n", ""),
                                "f.yaml:2:5: waivers[0].until: missing; give its last day, such as 'until: 2027-03-31', at most one year ahead"),
                        problem(
                                waiver.replace("2027-01-01", "never"),
                                "f.yaml:5:12: waivers[0].until: 'never' is not a date; write year-month-day such as 2027-03-31"),
                        problem(
                                waiver.replace("2027-01-01", "2027-11-25"),
                                "f.yaml:5:12: waivers[0].until: 2027-11-25 is more than a year ahead; a waiver may last until 2027-11-24 at most, then decide again"),
                        problem(
                                waiver + "    sli: speed\n",
                                "f.yaml:6:10: waivers[0].sli: unknown SLI 'speed'; allowed: latency, errors, shift (leave the key out for all)"),
                        problem(
                                waiver + waiver.replace("waivers:\n", ""),
                                "f.yaml:6:15: waivers[1].endpoint: there is a waiver for 'x' already, of the same SLI or of both; keep one of them"))
                .map(each -> DynamicTest.dynamicTest(
                        each.sentence(),
                        () -> assertThatThrownBy(() -> product(each.text()))
                                .isInstanceOf(InvalidConfigException.class)
                                .hasMessage(each.sentence())));
    }

    @Test
    void a_file_that_is_not_utf8_is_refused() {
        assertThatThrownBy(() -> StandardYaml.read("f.yaml", new byte[] {'a', ':', (byte) 0xC3, '('}))
                .hasMessage("f.yaml:1:1: the file is not UTF-8 text; save it as UTF-8");
    }

    @Test
    void aliases_cannot_be_used_to_exhaust_memory() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertThatThrownBy(() -> standard(bomb.toString())).isInstanceOf(InvalidConfigException.class);
    }

    private record Problem(String text, String sentence) {}

    private static Problem problem(String text, String sentence) {
        return new Problem(text, sentence);
    }

    private static Standard standard(String text) throws InvalidConfigException {
        return StandardYaml.read("f.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Product product(String text) throws InvalidConfigException {
        return ProductYaml.read(
                "f.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                TODAY,
                DefaultStandard.get(),
                Map.of("backend", StandardYamlTest::backend));
    }

    /** A telemetry provider's section. */
    private static ProviderConfig backend(ConfigSection section) {
        section.allowOnly("app", "step");
        section.parsed("step", text -> {
            throw new IllegalArgumentException("'" + text + "' has no unit; use one such as 7s");
        });
        return () -> section.text("app");
    }
}
