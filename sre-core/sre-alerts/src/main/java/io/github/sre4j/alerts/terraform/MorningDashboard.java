package io.github.sre4j.alerts.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.math.BigDecimal;
import java.util.List;

/** Dashboard for the stand-up, as JSON with keys in a fixed order. It uses the selections of the service levels. Not thread-safe. */
final class MorningDashboard {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int WIDTH = 12;

    private final Texts texts;
    private final ArrayNode widgets = MAPPER.createArrayNode();
    private int row = 1;
    private int column = 1;
    private int lowest = 1;

    MorningDashboard(Texts texts) {
        this.texts = texts;
    }

    /** Returns a template for Terraform with the variables {@code account_id} and {@code guid}. */
    String json(MonitoredService service, List<PlannedLevel> levels) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("name", ServiceBlocks.cut(escape(service.name()), 240) + " (sre4j)");
        root.put(
                "description",
                say(
                        "dashboard.description",
                        service.standard().name(),
                        service.standard().version()));
        root.put("permissions", "PUBLIC_READ_ONLY");
        ObjectNode page = root.putArray("pages").addObject();
        page.put("name", say("dashboard.page"));
        page.set("widgets", widgets);
        for (PlannedLevel level : levels) {
            billboard(level);
        }
        newRow();
        String of = "FROM Transaction WHERE entityGuid = '${guid}'";
        widget(
                say("dashboard.requests"),
                "viz.line",
                6,
                3,
                "SELECT rate(count(*), 1 minute) " + of + " TIMESERIES COMPARE WITH 1 week ago");
        widget(
                say("dashboard.errors"),
                "viz.line",
                6,
                3,
                "SELECT percentage(count(*), WHERE error IS TRUE) " + of + " TIMESERIES COMPARE WITH 1 week ago");
        for (PlannedLevel level : levels) {
            if (level.sli() instanceof LatencySli latency) {
                worst(level, latency, of);
            }
        }
        newRow();
        widget(
                say("dashboard.failing"),
                "viz.table",
                6,
                4,
                "SELECT count(*), percentage(count(*), WHERE error IS TRUE) " + of + " FACET name LIMIT 10");
        widget(
                say("dashboard.deployments"),
                "viz.table",
                6,
                4,
                "SELECT timestamp, version, description FROM Deployment WHERE entity.guid = '${guid}' LIMIT 10");
        newRow();
        widget(
                say("dashboard.logs"),
                "logger.log-table-widget",
                12,
                4,
                "SELECT timestamp, message FROM Log WHERE entity.guid = '${guid}' AND level = 'ERROR'");
        root.putArray("variables");
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(root)
                            .replace("\"@account\"", "${account_id}")
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void billboard(PlannedLevel level) {
        String bad = level.sli() instanceof LatencySli latency
                ? "duration > " + PlannedLevel.seconds(latency.threshold())
                : "error IS TRUE";
        BigDecimal limit = BigDecimal.valueOf(100).subtract(level.target());
        String title = level.sli() instanceof LatencySli latency
                ? say(
                        "dashboard.slow",
                        escape(level.className()),
                        PlannedLevel.seconds(latency.threshold()),
                        limit.toPlainString())
                : say("dashboard.failed", escape(level.className()), limit.toPlainString());
        ObjectNode configuration = widget(
                title,
                "viz.billboard",
                3,
                3,
                "SELECT percentage(count(*), WHERE " + bad + ") FROM Transaction WHERE entityGuid = '${guid}' AND "
                        + escape(level.filter()) + " SINCE " + level.days() + " days ago");
        ArrayNode thresholds = configuration.putArray("thresholds");
        thresholds.addObject().put("alertSeverity", "CRITICAL").put("value", limit);
    }

    private void worst(PlannedLevel level, LatencySli latency, String of) {
        String limit = PlannedLevel.seconds(latency.threshold());
        widget(
                say("dashboard.worst", escape(level.className())),
                "viz.table",
                12,
                4,
                "SELECT sum(duration - " + limit + ") AS '" + say("dashboard.excess") + "', count(*) " + of + " AND "
                        + escape(level.filter()) + " AND duration > " + limit + " FACET name LIMIT 5");
    }

    private ObjectNode widget(String title, String visualization, int width, int height, String nrql) {
        if (column + width > WIDTH + 1) {
            newRow();
        }
        ObjectNode widget = widgets.addObject();
        widget.put("title", title);
        ObjectNode layout = widget.putObject("layout");
        layout.put("column", column).put("row", row).put("width", width).put("height", height);
        widget.putArray("linkedEntityGuids");
        widget.putObject("visualization").put("id", visualization);
        ObjectNode configuration = widget.putObject("rawConfiguration");
        ObjectNode query = configuration.putArray("nrqlQueries").addObject();
        query.putArray("accountIds").add("@account");
        query.put("query", nrql);
        column += width;
        lowest = Math.max(lowest, row + height);
        return configuration;
    }

    private void newRow() {
        row = lowest;
        column = 1;
    }

    /** The file is a template of Terraform: what looks like an interpolation is escaped. */
    private static String escape(String text) {
        return text.replace("${", "$${").replace("%{", "%%{");
    }

    private String say(String key, Object... arguments) {
        return texts.say(Message.of(ServiceModule.class, key, arguments));
    }
}
