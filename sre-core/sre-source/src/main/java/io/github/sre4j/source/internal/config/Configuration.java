package io.github.sre4j.source.internal.config;

import io.github.sre4j.source.scan.FileTexts;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Values of {@code application*} and {@code bootstrap*} files of all profiles: which of them runs in production is not known, so a key may have several. Keys are
 * compared as Spring Boot does: case, dashes and underscores do not count. Immutable.
 */
public final class Configuration {

    private static final int DEEPEST = 8;
    private static final int MOST = 16;

    private final Map<String, Set<String>> values = new LinkedHashMap<>();

    /** Reads the files of resource folders; a file that cannot be read tells nothing. */
    public Configuration(List<Path> resources) {
        for (Path folder : resources) {
            for (Path file :
                    FileTexts.below(folder, Configuration::isConfiguration).keySet()) {
                try {
                    read(file.getFileName().toString(), FileTexts.read(file));
                } catch (IOException | YamlEngineException | IllegalArgumentException e) {
                    // The product's own tests will say it better.
                }
            }
        }
    }

    private static boolean isConfiguration(String name) {
        boolean named = name.startsWith("application")
                || name.startsWith("bootstrap")
                || name.equals("microprofile-config.properties")
                || name.equals("hibernate.properties");
        return named && (name.endsWith(".properties") || name.endsWith(".yml") || name.endsWith(".yaml"));
    }

    private void read(String name, String text) throws IOException {
        if (name.endsWith(".properties")) {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            // Quarkus writes the profile before the key.
            properties.stringPropertyNames().stream()
                    .sorted()
                    .forEach(key -> add(key.replaceFirst("^%[\\w-]+\\.", ""), properties.getProperty(key)));
            return;
        }
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(20)
                .build();
        for (Object document : new Load(settings).loadAllFromString(text)) {
            flatten("", document);
        }
    }

    private void flatten(String prefix, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> flatten(prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, each));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(prefix + "[" + i + "]", list.get(i));
            }
        } else if (value != null) {
            add(prefix, String.valueOf(value));
        }
    }

    private void add(String key, String value) {
        values.computeIfAbsent(relaxed(key), none -> new LinkedHashSet<>()).add(value);
    }

    private static String relaxed(String key) {
        return key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** All values of a key as written. */
    public List<String> values(String key) {
        return List.copyOf(values.getOrDefault(relaxed(key), Set.of()));
    }

    /** A text with its placeholders filled; several where a key has several values. Placeholders without a value stay as they are. */
    public List<String> resolve(String text) {
        Set<String> resolved = new LinkedHashSet<>();
        resolve(text, 0, resolved);
        return List.copyOf(resolved);
    }

    private void resolve(String text, int depth, Set<String> to) {
        int start = text.lastIndexOf("${");
        int end = start < 0 ? -1 : text.indexOf('}', start);
        if (end < 0 || depth > DEEPEST || to.size() >= MOST) {
            to.add(text);
            return;
        }
        String inner = text.substring(start + 2, end);
        int colon = inner.indexOf(':');
        List<String> options = new ArrayList<>(values(colon < 0 ? inner : inner.substring(0, colon)));
        if (options.isEmpty() && colon >= 0) {
            options.add(inner.substring(colon + 1));
        }
        if (options.isEmpty()) {
            // Hidden from the search for the next placeholder, and shown again at the end.
            Set<String> rest = new LinkedHashSet<>();
            resolve(text.substring(0, start) + "\u0001{" + inner + "\u0002" + text.substring(end + 1), depth + 1, rest);
            rest.forEach(each -> to.add(each.replace("\u0001{", "${").replace('\u0002', '}')));
            return;
        }
        for (String option : options) {
            resolve(text.substring(0, start) + option + text.substring(end + 1), depth + 1, to);
        }
    }
}
