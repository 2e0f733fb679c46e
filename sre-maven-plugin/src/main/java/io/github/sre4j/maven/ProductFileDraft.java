package io.github.sre4j.maven;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * A first {@code sre.yaml} with its comments.
 *
 * @param service the service's name
 * @param telemetry the lines that tell where its telemetry is
 */
record ProductFileDraft(String service, List<String> telemetry) {

    /** Copies the list. */
    ProductFileDraft {
        telemetry = List.copyOf(telemetry);
    }

    /**
     * Returns a draft for a service in New Relic.
     *
     * @param service the service's name
     * @param found the service in New Relic, if it is known
     * @param region its region
     */
    static ProductFileDraft newRelic(String service, Optional<Entity> found, String region) {
        String mark = found.isPresent() ? "" : "#";
        return new ProductFileDraft(
                service,
                List.of(
                        mark + "newrelic:",
                        mark + "  app: " + quoted(found.map(Entity::name).orElse(service)),
                        mark + "  account: " + found.map(Entity::account).orElse(1234567L),
                        mark + "  region: " + region));
    }

    /** Returns a draft for a service in Prometheus. */
    static ProductFileDraft prometheus(String service, String url, String selector) {
        return new ProductFileDraft(
                service, List.of("prometheus:", "  url: " + quoted(url), "  selector: " + quoted(selector)));
    }

    String text(Texts language) {
        Texts words = language.of(ProductFileDraft.class);
        StringBuilder text = new StringBuilder();
        line(text, "# " + words.get("draft.about"));
        line(text, "# yaml-language-server: $schema=https://sre4j.github.io/schema/sre.schema.json");
        line(text, "");
        line(text, "# " + words.get("draft.name"));
        line(text, "service: " + quoted(service));
        line(text, "");
        line(text, "# " + words.get("draft.telemetry"));
        telemetry.forEach(each -> line(text, each));
        line(text, "");
        line(text, "# " + words.get("draft.waivers"));
        line(text, "#waivers:");
        line(text, "#  - endpoint: \"WebTransaction/SpringController/reports/{id} (GET)\"");
        line(text, "#    reason: \"" + words.get("draft.reason") + "\"");
        line(text, "#    owner: team-name");
        line(text, "#    until: 2027-03-31");
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    /** A YAML double-quoted scalar: names come from New Relic and may hold anything. */
    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        name.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' '
                    || Character.getType(c) == Character.CONTROL
                    || Character.getType(c) == Character.FORMAT) {
                quoted.append(String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
