package io.github.sre4j.trace.mask;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Gives each value a placeholder of its kind, the same one each time. Not thread-safe. */
final class Placeholders {

    /** What a value is. */
    enum Kind {
        TOKEN,
        EMAIL,
        CARD,
        IP,
        PHONE,
        ID
    }

    private final Map<Kind, Map<String, String>> known = new EnumMap<>(Kind.class);

    String of(Kind kind, String value) {
        Map<String, String> ofKind = known.computeIfAbsent(kind, any -> new HashMap<>());
        return ofKind.computeIfAbsent(
                value, any -> "[" + kind.name().toLowerCase(Locale.ROOT) + "-" + (ofKind.size() + 1) + "]");
    }
}
