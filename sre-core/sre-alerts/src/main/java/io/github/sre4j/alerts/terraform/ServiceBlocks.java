package io.github.sre4j.alerts.terraform;

import io.github.sre4j.alerts.condition.AlertCondition;
import io.github.sre4j.alerts.condition.ConditionBlock;
import io.github.sre4j.alerts.hcl.HclBlock;
import io.github.sre4j.alerts.hcl.HclNames;
import io.github.sre4j.alerts.hcl.HclValue;
import io.github.sre4j.alerts.hcl.TerraformSettings;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Blocks of one service. Not thread-safe. */
final class ServiceBlocks {

    private final MonitoredService service;
    private final AddressBook book;
    private final Texts texts;
    private final String address;
    private final String identity;
    private final List<PlannedLevel> planned;
    private final ServiceConditions conditions;

    ServiceBlocks(MonitoredService service, AddressBook book, Texts texts) {
        this.service = service;
        this.book = book;
        this.texts = texts;
        this.address = HclNames.of(service.name());
        this.identity = service.guid() == null ? service.application() : service.guid();
        this.planned = PlannedLevel.of(service);
        this.conditions = new ServiceConditions(service, address, planned, texts);
    }

    /** Returns the data source of the entity, unless its id is known. */
    List<HclBlock> entity() {
        if (service.guid() != null) {
            return List.of();
        }
        return List.of(HclBlock.of("data", "newrelic_entity", address)
                .set("name", service.application())
                .set("domain", "APM")
                .set("type", "APPLICATION")
                .set("account_id", HclValue.expression("var.account_id"))
                .build());
    }

    /** Returns the reference to the entity's id. */
    static HclValue guid(MonitoredService service, String address) {
        return service.guid() == null
                ? HclValue.expression("data.newrelic_entity." + address + ".guid")
                : HclValue.text(service.guid());
    }

    /** Returns a text with the entity's id in it. */
    static HclValue.Template withGuid(MonitoredService service, String address, String before, String after) {
        return new HclValue.Template(List.of(HclValue.text(before), guid(service, address), HclValue.text(after)));
    }

    List<HclBlock> levels() {
        List<HclBlock> blocks = new ArrayList<>();
        for (PlannedLevel level : planned) {
            String name = levelAddress(address, level);
            HclValue valid = withGuid(service, address, "entityGuid = '", "' AND " + level.filter());
            HclValue selected = withGuid(
                    service, address, "entityGuid = '", "' AND " + level.filter() + " AND " + level.selection());
            HclBlock.Builder block = HclBlock.of("resource", "newrelic_service_level", name)
                    .set("guid", guid(service, address))
                    .set("name", levelName(level))
                    .set("description", levelDescription(level))
                    .nest(HclBlock.of("events")
                            .set("account_id", HclValue.expression("var.account_id"))
                            .nest(HclBlock.of("valid_events")
                                    .set("from", "Transaction")
                                    .set("where", valid))
                            .nest(HclBlock.of(level.isLatency() ? "good_events" : "bad_events")
                                    .set("from", "Transaction")
                                    .set("where", selected)))
                    .nest(HclBlock.of("objective")
                            .set("target", HclValue.number(level.target()))
                            .nest(HclBlock.of("time_window")
                                    .nest(HclBlock.of("rolling")
                                            .set("count", level.days())
                                            .set("unit", "DAY"))));
            blocks.add(book.note(key("level", level), block.build()));
        }
        return blocks;
    }

    static String levelAddress(String address, PlannedLevel level) {
        return address + "_" + HclNames.of(level.className()) + "_" + level.kindId();
    }

    private String levelName(PlannedLevel level) {
        return texts.say(
                level.sli() instanceof LatencySli latency
                        ? Message.of(
                                ServiceModule.class,
                                "level.latency",
                                service.name(),
                                level.className(),
                                PlannedLevel.seconds(latency.threshold()))
                        : Message.of(ServiceModule.class, "level.errors", service.name(), level.className()));
    }

    private String levelDescription(PlannedLevel level) {
        return texts.say(Message.of(
                ServiceModule.class,
                "level.description",
                service.standard().name(),
                service.standard().version(),
                level.className()));
    }

    private String key(String type, PlannedLevel level) {
        return identity + "/" + type + "/" + level.className() + "/" + level.kindId();
    }

    List<AlertCondition> conditions() {
        return conditions.all();
    }

    List<Message> notes() {
        return conditions.notes();
    }

    List<HclBlock> alerts() {
        List<HclBlock> blocks = new ArrayList<>();
        blocks.add(book.note(
                identity + "/policy",
                HclBlock.of("resource", "newrelic_alert_policy", address)
                        .set("account_id", HclValue.expression("var.account_id"))
                        .set("name", policyName())
                        .set("incident_preference", "PER_CONDITION")
                        .build()));
        for (AlertCondition condition : conditions.all()) {
            blocks.add(book.note(
                    identity + "/condition/" + condition.address().substring(address.length()),
                    ConditionBlock.of(condition)));
        }
        return blocks;
    }

    private String policyName() {
        String name = service.name() + " (sre4j)";
        return name.length() <= 128 ? name : service.name().substring(0, 118) + "… (sre4j)";
    }

    List<HclBlock> notifications() {
        List<HclBlock> blocks = new ArrayList<>(TerraformSettings.slack(
                address,
                HclValue.text(policyName()),
                List.of(HclValue.expression("newrelic_alert_policy." + address + ".id"))));
        for (PlannedLevel level : planned) {
            for (Waiver waiver : level.waivers()) {
                List<String> muted = conditions.burnNames(level);
                if (!muted.isEmpty()) {
                    blocks.add(mutingRule(level, waiver, muted));
                }
            }
        }
        return blocks;
    }

    private HclBlock mutingRule(PlannedLevel level, Waiver waiver, List<String> muted) {
        String name = levelAddress(address, level) + "_"
                + HclNames.of(waiver.endpoint().text() + waiver.until());
        return HclBlock.of("resource", "newrelic_alert_muting_rule", name)
                .set("account_id", HclValue.expression("var.account_id"))
                .set("name", cut(service.name() + " " + level.className() + " " + level.kindId() + " (sre4j)", 128))
                .set("enabled", true)
                .set(
                        "description",
                        cut(
                                texts.say(Message.of(
                                        ServiceModule.class,
                                        "muting.description",
                                        TextEscaping.forTerminal(waiver.reason()),
                                        TextEscaping.forTerminal(waiver.owner()),
                                        waiver.until())),
                                4_000))
                .nest(HclBlock.of("condition")
                        .set("operator", "AND")
                        .nest(HclBlock.of("conditions")
                                .set("attribute", "policyName")
                                .set("operator", "EQUALS")
                                .set("values", HclValue.texts(List.of(policyName()))))
                        .nest(HclBlock.of("conditions")
                                .set("attribute", "conditionName")
                                .set("operator", "IN")
                                .set("values", HclValue.texts(muted))))
                .nest(HclBlock.of("schedule")
                        .set("end_time", waiver.until().plusDays(1) + "T00:00:00")
                        .set("time_zone", "UTC"))
                .build();
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    String dashboardFile() {
        return "sre-dashboard-" + address.replace('_', '-').toLowerCase(Locale.ROOT) + ".json";
    }

    List<HclBlock> dashboard() {
        HclValue arguments = HclValue.expression(
                "templatefile(\"${path.module}/" + dashboardFile() + "\", { account_id = var.account_id, guid = "
                        + io.github.sre4j.alerts.hcl.HclWriter.value(guid(service, address)) + " })");
        return List.of(book.note(
                identity + "/dashboard",
                HclBlock.of("resource", "newrelic_one_dashboard_json", address)
                        .set("json", arguments)
                        .build()));
    }

    String dashboardJson() {
        return new MorningDashboard(texts).json(service, planned);
    }
}
