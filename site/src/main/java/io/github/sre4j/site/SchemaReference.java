package io.github.sre4j.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file format, key by key, as its JSON Schema has it. */
final class SchemaReference {

    private final JsonNode root;
    private final StringBuilder page = new StringBuilder();

    private SchemaReference(JsonNode root) {
        this.root = root;
    }

    static String of(Path schema, String title) throws IOException {
        JsonNode root = JsonMapper.builder().build().readTree(schema.toFile());
        SchemaReference reference = new SchemaReference(root);
        reference
                .page
                .append("# ")
                .append(title)
                .append("\n\n")
                .append(root.path("description").asText(""))
                .append("\n\nMade from [the JSON Schema](schema/")
                .append(schema.getFileName())
                .append(
                        "), which editors use to complete and check the file.\n\n| key | value | meaning |\n|---|---|---|\n");
        reference.members(root, "");
        return reference.page.toString();
    }

    private void members(JsonNode node, String prefix) {
        JsonNode schema = resolved(node);
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            JsonNode value = resolved(field.getValue());
            String key = prefix + field.getKey();
            page.append("| `")
                    .append(key)
                    .append(required.contains(field.getKey()) ? "` (required)" : "`")
                    .append(" | ")
                    .append(kind(value))
                    .append(" | ")
                    .append(cell(description(field.getValue(), value)))
                    .append(" |\n");
            if (value.has("properties")) {
                members(value, key + ".");
            }
            JsonNode items = resolved(value.path("items"));
            if (items.has("properties")) {
                members(items, key + "[].");
            }
        }
    }

    private String description(JsonNode own, JsonNode value) {
        String text = own.path("description").asText(value.path("description").asText(""));
        List<String> examples = new ArrayList<>();
        (own.has("examples") ? own : value).path("examples").forEach(each -> examples.add("`" + each.asText() + "`"));
        return examples.isEmpty() ? text : (text + " Example: " + String.join(", ", examples)).strip();
    }

    private String kind(JsonNode value) {
        if (value.has("enum")) {
            List<String> allowed = new ArrayList<>();
            value.path("enum").forEach(each -> allowed.add("`" + each.asText() + "`"));
            return String.join(", ", allowed);
        }
        if (value.has("const")) {
            return "`" + value.path("const").asText() + "`";
        }
        if (value.path("type").isArray()) {
            List<String> kinds = new ArrayList<>();
            value.path("type").forEach(each -> kinds.add(each.asText()));
            return String.join(" or ", kinds);
        }
        if (value.path("type").asText("").equals("array")) {
            JsonNode items = resolved(value.path("items"));
            return "list of " + (items.has("properties") ? "objects" : items.isMissingNode() ? "values" : kind(items));
        }
        return value.path("type").asText("any");
    }

    /** What a reference leads to. */
    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#") ? resolved(root.at(reference.substring(1))) : node;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
