package io.github.sre4j.alerts.hcl;

import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.util.List;

/** Blocks that every generated module has: versions, variables, and the way to Slack. No block holds a key. */
public final class TerraformSettings {

    private TerraformSettings() {}

    /** Returns the block {@code terraform} with the provider's source. */
    public static HclBlock versions() {
        return HclBlock.of("terraform")
                .set("required_version", ">= 1.5")
                .nest(HclBlock.of("required_providers").set("newrelic", provider()))
                .build();
    }

    private static HclValue provider() {
        java.util.Map<String, HclValue> entries = new java.util.LinkedHashMap<>();
        entries.put("source", HclValue.text("newrelic/newrelic"));
        entries.put("version", HclValue.text("~> 3.40"));
        return new HclValue.Entries(entries);
    }

    /** Returns the variables for the account and the Slack channel. */
    public static List<HclBlock> variables(Texts texts) {
        return List.of(
                HclBlock.of("variable", "account_id")
                        .set("description", say(texts, "variable.account"))
                        .set("type", HclValue.expression("number"))
                        .build(),
                HclBlock.of("variable", "slack_destination_id")
                        .set("description", say(texts, "variable.destination"))
                        .set("type", HclValue.expression("string"))
                        .set("default", "")
                        .build(),
                HclBlock.of("variable", "slack_channel_id")
                        .set("description", say(texts, "variable.channel"))
                        .set("type", HclValue.expression("string"))
                        .set("default", "")
                        .build());
    }

    /** Returns the beginning of a file of values, which the team owns. */
    public static String values(Texts texts) {
        return "# " + say(texts, "values.heading") + "\n# account_id           = 1234567\n"
                + "# slack_destination_id = \"\"\n# slack_channel_id     = \"C0123456789\"\n";
    }

    /**
     * Returns a channel and a workflow for policies; both exist only when the variables for Slack have values.
     *
     * @param address name of the resources
     * @param title name of channel and workflow
     * @param policies references to the policies' ids
     */
    public static List<HclBlock> slack(String address, HclValue title, List<HclValue> policies) {
        HclValue count = HclValue.expression("var.slack_channel_id == \"\" ? 0 : 1");
        return List.of(
                HclBlock.of("resource", "newrelic_notification_channel", address)
                        .set("count", count)
                        .set("account_id", HclValue.expression("var.account_id"))
                        .set("name", title)
                        .set("type", "SLACK")
                        .set("product", "IINT")
                        .set("destination_id", HclValue.expression("var.slack_destination_id"))
                        .nest(HclBlock.of("property")
                                .set("key", "channelId")
                                .set("value", HclValue.expression("var.slack_channel_id")))
                        .build(),
                HclBlock.of("resource", "newrelic_workflow", address)
                        .set("count", count)
                        .set("account_id", HclValue.expression("var.account_id"))
                        .set("name", title)
                        .set("muting_rules_handling", "DONT_NOTIFY_FULLY_MUTED_ISSUES")
                        .nest(HclBlock.of("issues_filter")
                                .set("name", "policies")
                                .set("type", "FILTER")
                                .nest(HclBlock.of("predicate")
                                        .set("attribute", "labels.policyIds")
                                        .set("operator", "EXACTLY_MATCHES")
                                        .set("values", new HclValue.Items(policies))))
                        .nest(HclBlock.of("destination")
                                .set(
                                        "channel_id",
                                        HclValue.expression("newrelic_notification_channel." + address + "[0].id"))
                                .set("notification_triggers", HclValue.texts(List.of("ACTIVATED", "CLOSED"))))
                        .build());
    }

    private static String say(Texts texts, String key) {
        return texts.say(Message.of(TerraformSettings.class, key));
    }
}
