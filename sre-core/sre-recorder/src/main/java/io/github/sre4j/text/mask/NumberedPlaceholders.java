package io.github.sre4j.text.mask;

import java.util.HashMap;
import java.util.Map;

/** Placeholders such as {@code [email-1]}, counted by kind in the order in which values are seen. Not thread-safe. */
final class NumberedPlaceholders implements Placeholders {

    private final Map<String, Map<String, String>> known = new HashMap<>();

    @Override
    public String of(String kind, String value) {
        Map<String, String> ofKind = known.computeIfAbsent(kind, any -> new HashMap<>());
        return ofKind.computeIfAbsent(value, any -> "[" + kind + "-" + (ofKind.size() + 1) + "]");
    }
}
