package io.github.sre4j.alerts.migrate;

import io.github.sre4j.alerts.condition.ConditionBlock;
import io.github.sre4j.alerts.hcl.HclBlock;
import io.github.sre4j.alerts.hcl.HclValue;
import io.github.sre4j.alerts.hcl.HclWriter;
import io.github.sre4j.alerts.hcl.TerraformSettings;
import io.github.sre4j.alerts.migrate.translate.Translation;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Terraform module of a migration. */
public final class MigrationModule {

    /** File of values that the team owns: written once, then kept. */
    public static final String VALUES = "terraform.tfvars";

    private final Texts texts;

    /** Creates the module for a language. */
    public MigrationModule(Texts texts) {
        this.texts = texts;
    }

    /** Returns the files in the order of their names; {@link #VALUES} is for a folder that has none yet. */
    public Map<String, String> files(Migration migration) {
        boolean plain = migration.translations().stream()
                .flatMap(translation -> translation.conditions().stream())
                .anyMatch(condition -> !condition.policy().contains("per_signal"));
        boolean perSignal = migration.translations().stream().anyMatch(Translation::isFaceted);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("sre-migrated.tf", HclWriter.file(List.of(say("heading.conditions")), conditions(migration)));
        files.put("sre-notify.tf", HclWriter.file(List.of(say("heading.notify")), notify(plain, perSignal)));
        files.put(VALUES, values());
        files.put("variables.tf", HclWriter.file(List.of(say("heading.variables")), variables()));
        files.put("versions.tf", HclWriter.file(List.of(), List.of(TerraformSettings.versions())));
        return files;
    }

    private List<HclBlock> conditions(Migration migration) {
        List<HclBlock> blocks = new ArrayList<>();
        for (Translation translation : migration.translations()) {
            String verdict = say("verdict." + translation.verdict().id());
            translation.conditions().forEach(condition -> {
                HclBlock block = ConditionBlock.of(condition);
                List<String> comments = new ArrayList<>();
                comments.add(texts.say(Message.of(
                        MigrationModule.class,
                        "comment.monitor",
                        TextEscaping.forTerminal(translation.monitor().origin()),
                        verdict)));
                blocks.add(new HclBlock(block.type(), block.labels(), comments, block.content()));
            });
        }
        return blocks;
    }

    private static List<HclBlock> notify(boolean plain, boolean perSignal) {
        List<HclBlock> blocks = new ArrayList<>();
        List<HclValue> policies = new ArrayList<>();
        if (plain) {
            blocks.add(policy("migrated", "", "PER_CONDITION"));
            policies.add(HclValue.expression("newrelic_alert_policy.migrated.id"));
        }
        if (perSignal) {
            blocks.add(policy("migrated_per_signal", ", per signal", "PER_CONDITION_AND_TARGET"));
            policies.add(HclValue.expression("newrelic_alert_policy.migrated_per_signal.id"));
        }
        if (!policies.isEmpty()) {
            blocks.addAll(TerraformSettings.slack("migrated", policyName(""), policies));
        }
        return blocks;
    }

    private static HclBlock policy(String address, String suffix, String preference) {
        return HclBlock.of("resource", "newrelic_alert_policy", address)
                .set("account_id", HclValue.expression("var.account_id"))
                .set(
                        "name",
                        new HclValue.Template(
                                List.of(HclValue.expression("var.policy_name"), HclValue.text(suffix + " (sre4j)"))))
                .set("incident_preference", preference)
                .build();
    }

    private static HclValue policyName(String suffix) {
        return new HclValue.Template(
                List.of(HclValue.expression("var.policy_name"), HclValue.text(suffix + " (sre4j)")));
    }

    private List<HclBlock> variables() {
        List<HclBlock> blocks = new ArrayList<>(TerraformSettings.variables(texts));
        blocks.add(HclBlock.of("variable", "policy_name")
                .set("description", say("variable.policy-name"))
                .set("type", HclValue.expression("string"))
                .set("default", "OpenSearch monitors")
                .build());
        blocks.add(HclBlock.of("variable", "enable_approximate")
                .set("description", say("variable.enable-approximate"))
                .set("type", HclValue.expression("bool"))
                .set("default", false)
                .build());
        return blocks;
    }

    private String values() {
        return TerraformSettings.values(texts)
                + "# enable_approximate = true\n"
                + "# policy_name        = \"OpenSearch monitors\"\n";
    }

    private String say(String key) {
        return texts.say(Message.of(MigrationModule.class, key));
    }
}
