package io.github.sre4j.source.git;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What of a repository's configuration tells its remote. */
final class GitConfig {

    /** By section and key: {@code remote "origin".url}. */
    private final Map<String, String> values = new LinkedHashMap<>();

    static GitConfig parse(String text) {
        GitConfig config = new GitConfig();
        String section = "";
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("[") && line.indexOf(']') > 0) {
                section = line.substring(1, line.indexOf(']')).strip();
            } else if (line.indexOf('=') > 0 && !line.startsWith("#") && !line.startsWith(";")) {
                String key = line.substring(0, line.indexOf('=')).strip().toLowerCase(Locale.ROOT);
                String value = line.substring(line.indexOf('=') + 1).strip();
                if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
                    value = value.substring(1, value.length() - 1);
                }
                config.values.putIfAbsent(section + "." + key, value);
            }
        }
        return config;
    }

    Optional<String> remote(String branch) {
        String named = values.getOrDefault("branch \"" + branch + "\".remote", "origin");
        Optional<String> url = url(named).or(() -> url("origin"));
        if (url.isPresent()) {
            return url.map(this::rewritten);
        }
        List<String> urls = values.entrySet().stream()
                .filter(each ->
                        each.getKey().startsWith("remote \"") && each.getKey().endsWith("\".url"))
                .map(Map.Entry::getValue)
                .toList();
        return urls.size() == 1 ? Optional.of(rewritten(urls.get(0))) : Optional.empty();
    }

    private Optional<String> url(String remote) {
        return Optional.ofNullable(values.get("remote \"" + remote + "\".url"));
    }

    /** Short names for addresses: {@code [url "https://code.acme.com/"] insteadOf = acme:}. */
    private String rewritten(String url) {
        for (Map.Entry<String, String> each : values.entrySet()) {
            String key = each.getKey();
            if (key.startsWith("url \"") && key.endsWith("\".insteadof") && url.startsWith(each.getValue())) {
                String base = key.substring("url \"".length(), key.length() - "\".insteadof".length());
                return base + url.substring(each.getValue().length());
            }
        }
        return url;
    }
}
