package io.github.sre4j.alerts.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.alerts.testing.Terraform;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceModuleTest {

    private static final Texts ENGLISH = Texts.of("en");

    @Test
    void has_one_level_for_each_class_and_kind() {
        Map<String, String> files = module(Services.busy("orders"));
        assertThat(files.get("sre-service-levels.tf").lines().filter(line -> line.startsWith("resource")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("resource \"newrelic_service_level\" \"orders_"));
    }

    @Test
    void replays_each_burn_rate_alert() {
        assertThat(notes(Services.busy("orders")))
                .anySatisfy(note -> assertThat(note)
                        .contains("(1 h): would have fired 1 time in the measured window (2026-11-16 10:00 UTC)"));
    }

    @Test
    void omits_burn_rate_alert_that_single_requests_would_fire() {
        MonitoredService quiet = Services.service(
                "batch", Services.endpoint("WebTransaction/SpringController/run (POST)", hour -> new Counts(1, 0, 0)));
        assertThat(notes(quiet))
                .anySatisfy(note -> assertThat(note)
                        .contains("a quiet window has 6 requests, so fewer than 3 bad requests would fire it"));
        assertThat(module(quiet).get("sre-alerts.tf")).doesNotContain("_burn_6h");
    }

    @Test
    void omits_alert_on_missing_traffic_where_gaps_are_usual() {
        MonitoredService weekly = Services.service(
                "weekly",
                Services.endpoint(
                        "WebTransaction/SpringController/run (POST)",
                        hour -> hour < 2 || hour > 160 ? new Counts(10, 0, 0) : Counts.NONE));
        assertThat(module(weekly).get("sre-alerts.tf")).doesNotContain("no_traffic");
        assertThat(notes(weekly)).anySatisfy(note -> assertThat(note).contains("has a gap of 159 h"));
    }

    @Test
    void mutes_burn_rate_alerts_until_a_waiver_ends() {
        String notify =
                module(Services.waived(Services.busy("orders"), "**orders**")).get("sre-notify.tf");
        assertThat(notify)
                .contains("resource \"newrelic_alert_muting_rule\"")
                .contains("end_time  = \"2027-01-01T00:00:00\"")
                .contains("Owner: team-shop");
        assertThat(module(Services.waived(Services.busy("orders"), "**other**")).get("sre-notify.tf"))
                .doesNotContain("newrelic_alert_muting_rule");
    }

    @Test
    void moves_resources_of_a_renamed_service() {
        MonitoredService before = Services.busy("orders");
        Map<String, String> addresses =
                AddressBook.read(AddressBook.FILE, module(before).get(AddressBook.FILE));
        MonitoredService after = new MonitoredService(
                "shop",
                before.application(),
                null,
                before.standard(),
                List.of(),
                before.endpoints(),
                before.from(),
                before.until());
        ServiceModule renamed = ServiceModule.of(List.of(after), addresses, ENGLISH);
        assertThat(renamed.files().get("sre-moved.tf"))
                .contains("  from = newrelic_alert_policy.orders\n  to   = newrelic_alert_policy.shop\n");
        assertThat(module(before)).doesNotContainKey("sre-moved.tf");
    }

    @Test
    void dashboard_is_json_with_the_limits_of_the_standard() throws Exception {
        String text = module(Services.busy("orders")).get("sre-dashboard-orders.json");
        JsonNode dashboard = new ObjectMapper().readTree(text.replace("${account_id}", "7"));
        JsonNode widgets = dashboard.path("pages").path(0).path("widgets");
        assertThat(widgets.path(0)
                        .path("rawConfiguration")
                        .path("thresholds")
                        .path(0)
                        .path("value")
                        .asDouble())
                .isPositive();
        List<String> cells = new ArrayList<>();
        for (JsonNode widget : widgets) {
            JsonNode layout = widget.path("layout");
            for (int column = 0; column < layout.path("width").asInt(); column++) {
                for (int row = 0; row < layout.path("height").asInt(); row++) {
                    cells.add((layout.path("column").asInt() + column) + "/"
                            + (layout.path("row").asInt() + row));
                }
            }
            assertThat(layout.path("column").asInt() + layout.path("width").asInt())
                    .isLessThanOrEqualTo(13);
        }
        assertThat(cells).doesNotHaveDuplicates();
    }

    @Test
    void names_are_safe_in_terraform() {
        String files = module(Services.busy("注文 ${self.x} \"API\"")).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".tf"))
                .flatMap(file -> file.getValue().lines())
                .filter(line -> !line.startsWith("#"))
                .collect(java.util.stream.Collectors.joining("\n"));
        assertThat(files).doesNotContain(" ${self.x}").contains("$${self.x}");
    }

    @Test
    void terraform_accepts_thirty_products(@TempDir Path folder) throws Exception {
        Texts texts = Texts.of("ja");
        List<MonitoredService> products = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> Services.waived(Services.busy("product-" + i), i % 3 == 0 ? "**orders**" : "**none**"))
                .toList();
        ServiceModule module = ServiceModule.of(products, Map.of(), texts);
        Terraform.check(folder, module.files());
    }

    private static Map<String, String> module(MonitoredService service) {
        return ServiceModule.of(List.of(service), Map.of(), ENGLISH).files();
    }

    private static List<String> notes(MonitoredService service) {
        return ServiceModule.of(List.of(service), Map.of(), ENGLISH).notes().stream()
                .map(Message::english)
                .toList();
    }
}
