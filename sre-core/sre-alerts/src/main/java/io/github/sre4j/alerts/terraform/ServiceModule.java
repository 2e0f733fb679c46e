package io.github.sre4j.alerts.terraform;

import io.github.sre4j.alerts.condition.AlertCondition;
import io.github.sre4j.alerts.condition.ConditionRules;
import io.github.sre4j.alerts.hcl.HclBlock;
import io.github.sre4j.alerts.hcl.HclValue;
import io.github.sre4j.alerts.hcl.HclWriter;
import io.github.sre4j.alerts.hcl.TerraformSettings;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Terraform module for one or more services of an account.
 *
 * <p>Not thread-safe while it is made; its result is immutable.
 */
public final class ServiceModule {

    /** File of values that the team owns: written once, then kept. */
    public static final String VALUES = "terraform.tfvars";

    /** Service levels that New Relic accepts in one account. */
    public static final int MAX_LEVELS = 500;

    private final Map<String, String> files;
    private final List<Message> notes;

    private ServiceModule(Map<String, String> files, List<Message> notes) {
        this.files = files;
        this.notes = List.copyOf(notes);
    }

    /**
     * Returns the module for services.
     *
     * @param services services of one account
     * @param addresses addresses of the last run by the identity of their resources; empty the first time
     * @param texts language of names and descriptions
     * @throws InvalidInputException if New Relic's API would reject the result; the message has each reason
     */
    public static ServiceModule of(List<MonitoredService> services, Map<String, String> addresses, Texts texts) {
        List<HclBlock> entities = new ArrayList<>();
        List<HclBlock> levels = new ArrayList<>();
        List<HclBlock> alerts = new ArrayList<>();
        List<HclBlock> notify = new ArrayList<>();
        List<HclBlock> dashboards = new ArrayList<>();
        List<Message> notes = new ArrayList<>();
        List<Message> broken = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        AddressBook book = new AddressBook(addresses);
        int count = 0;
        for (MonitoredService service : services) {
            ServiceBlocks blocks = new ServiceBlocks(service, book, texts);
            count += blocks.levels().size();
            entities.addAll(blocks.entity());
            levels.addAll(blocks.levels());
            for (AlertCondition condition : blocks.conditions()) {
                broken.addAll(ConditionRules.broken(condition));
            }
            alerts.addAll(blocks.alerts());
            notify.addAll(blocks.notifications());
            dashboards.addAll(blocks.dashboard());
            files.put(blocks.dashboardFile(), blocks.dashboardJson());
            notes.addAll(blocks.notes());
        }
        if (count > MAX_LEVELS) {
            broken.add(Message.of(ServiceModule.class, "too-many-levels", count, MAX_LEVELS));
        }
        if (!broken.isEmpty()) {
            throw new InvalidInputException(Message.of(ServiceModule.class, "rejected", broken));
        }
        List<String> heading = List.of(say(texts, "heading"));
        entities.addAll(levels);
        files.put("sre-service-levels.tf", HclWriter.file(heading, entities));
        files.put("sre-alerts.tf", HclWriter.file(heading, alerts));
        files.put("sre-notify.tf", HclWriter.file(heading, notify));
        files.put("sre-dashboard.tf", HclWriter.file(heading, dashboards));
        List<HclBlock> moved = book.moved();
        if (!moved.isEmpty()) {
            files.put("sre-moved.tf", HclWriter.file(heading, moved));
        }
        files.put(AddressBook.FILE, book.json());
        files.put(VALUES, values(texts));
        files.put("variables.tf", HclWriter.file(heading, variables(texts)));
        files.put("versions.tf", HclWriter.file(List.of(), List.of(TerraformSettings.versions())));
        return new ServiceModule(files, notes);
    }

    private static List<HclBlock> variables(Texts texts) {
        List<HclBlock> blocks = new ArrayList<>(TerraformSettings.variables(texts));
        blocks.add(variable("runbook_url", "string", HclValue.text(""), say(texts, "variable.runbook")));
        blocks.add(variable("enable_error_log_alert", "bool", HclValue.truth(true), say(texts, "variable.error-log")));
        blocks.add(variable("enable_burn_rate_alerts", "bool", HclValue.truth(true), say(texts, "variable.burn-rate")));
        return blocks;
    }

    private static HclBlock variable(String name, String type, HclValue initial, String description) {
        return HclBlock.of("variable", name)
                .set("description", description)
                .set("type", HclValue.expression(type))
                .set("default", initial)
                .build();
    }

    private static String values(Texts texts) {
        return TerraformSettings.values(texts)
                + "# runbook_url             = \"https://wiki.example.com/runbook\"\n"
                + "# enable_error_log_alert  = false\n# enable_burn_rate_alerts = false\n";
    }

    private static String say(Texts texts, String key) {
        return texts.say(Message.of(ServiceModule.class, key));
    }

    /** Returns the files by name; {@link #VALUES} is for a folder that has none yet. */
    public Map<String, String> files() {
        return Map.copyOf(files);
    }

    /** Returns what the files hold and leave out: one sentence for each alert. */
    public List<Message> notes() {
        return notes;
    }
}
