package io.github.sre4j.alerts.migrate.mapping;

import io.github.sre4j.alerts.migrate.mapping.MigrationMapping.LogScope;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code sre-migrate.yaml}. */
public final class MappingFile {

    /** Usual name of the file. */
    public static final String NAME = "sre-migrate.yaml";

    private static final Set<String> SECTIONS = Set.of("indices", "fields", "answers");

    private final String name;

    private MappingFile(String name) {
        this.name = name;
    }

    /**
     * Returns the answers of a file.
     *
     * @param name name of the file, for messages
     * @param content bytes, UTF-8
     * @throws InvalidInputException if something in it is wrong; the message names the key
     */
    public static MigrationMapping read(String name, byte[] content) {
        return new MappingFile(name).read(content);
    }

    private MigrationMapping read(byte[] content) {
        Object root;
        try {
            root = new Load(LoadSettings.builder()
                            .setLabel(name)
                            .setMaxAliasesForCollections(20)
                            .build())
                    .loadFromString(new String(content, StandardCharsets.UTF_8));
        } catch (YamlEngineException e) {
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new InvalidInputException(Message.of(MappingFile.class, "no-yaml", name, problem), e);
        }
        Map<String, LogScope> indices = new LinkedHashMap<>();
        Map<String, FieldMapping> fields = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        if (root != null) {
            each(root, "", (section, value) -> {
                if (!SECTIONS.contains(section)) {
                    throw problem("unknown-key", section, String.join(", ", "indices", "fields", "answers"));
                }
                if (value == null) {
                    return;
                }
                each(value, section, (key, item) -> {
                    switch (section) {
                        case "indices" -> indices.put(key, scope(section + "." + key, item));
                        case "fields" -> fields.put(key, field(section + "." + key, key, item));
                        default ->
                            answers.put(key, text(section + "." + key, item).toLowerCase(Locale.ROOT));
                    }
                });
            });
        }
        return new MigrationMapping(indices, fields, answers);
    }

    private void each(@Nullable Object node, String path, BiConsumer<String, @Nullable Object> entry) {
        if (!(node instanceof Map<?, ?> map)) {
            throw problem("no-map", path.isEmpty() ? name : path);
        }
        map.forEach((key, value) -> entry.accept(String.valueOf(key), value));
    }

    private LogScope scope(String path, @Nullable Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return new LogScope("Log", where(path, text(path, item)));
        }
        String from = "Log";
        String where = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            switch (key) {
                case "from" -> from = text(path + ".from", entry.getValue());
                case "where" -> where = where(path + ".where", text(path + ".where", entry.getValue()));
                default -> throw problem("unknown-key", path + "." + key, "from, where");
            }
        }
        if (!from.matches("[A-Za-z_][A-Za-z0-9_]*(, ?[A-Za-z_][A-Za-z0-9_]*)*")) {
            throw problem("no-event-type", path + ".from", from);
        }
        return new LogScope(from, where);
    }

    /** A condition is inserted as it is; one with open quotes or brackets would swallow what follows. */
    private String where(String path, String condition) {
        String bare = condition.replaceAll("'(?:\\\\.|[^'\\\\])*'|`[^`]*`", "");
        int open = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                break;
            }
        }
        if (open != 0
                || bare.contains("'")
                || bare.contains("`")
                || bare.matches("(?is).*\\b(select|facet|since|until|limit|timeseries)\\b.*")) {
            throw problem("no-condition", path, condition);
        }
        return condition.strip();
    }

    private FieldMapping field(String path, String field, @Nullable Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return new FieldMapping(attribute(path, text(path, item)), FieldMapping.Type.UNKNOWN);
        }
        String attribute = field.replaceFirst("\\.(keyword|raw)$", "");
        FieldMapping.Type type = FieldMapping.Type.UNKNOWN;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            switch (key) {
                case "attribute" -> attribute = attribute(path, text(path + ".attribute", entry.getValue()));
                case "type" -> type = type(path + ".type", text(path + ".type", entry.getValue()));
                default -> throw problem("unknown-key", path + "." + key, "attribute, type");
            }
        }
        return new FieldMapping(attribute, type);
    }

    private String attribute(String path, String attribute) {
        if (attribute.contains("`") || attribute.isBlank()) {
            throw problem("no-attribute", path, attribute);
        }
        return attribute;
    }

    private FieldMapping.Type type(String path, String text) {
        return switch (text) {
            case "keyword" -> FieldMapping.Type.KEYWORD;
            case "text" -> FieldMapping.Type.TEXT;
            default -> throw problem("no-type", path, text);
        };
    }

    private String text(String path, @Nullable Object item) {
        if (item == null || item instanceof Map || item instanceof Iterable) {
            throw problem("no-text", path);
        }
        return String.valueOf(item);
    }

    private InvalidInputException problem(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new InvalidInputException(Message.of(MappingFile.class, key, all));
    }
}
