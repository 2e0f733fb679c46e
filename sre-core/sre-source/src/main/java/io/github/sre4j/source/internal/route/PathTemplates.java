package io.github.sre4j.source.internal.route;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Path templates of a mapping.
 *
 * @param names the first one, as written and with placeholders filled: the agent of New Relic reports it as written, other telemetry the value
 * @param aliases the further ones, likewise
 * @param isComplete whether every path of the mapping is known
 */
record PathTemplates(List<String> names, List<String> aliases, boolean isComplete) {

    /** The one empty path. */
    static final PathTemplates ROOT = new PathTemplates(List.of(""), List.of(), true);

    /** No path, because none could be read. */
    static final PathTemplates UNREADABLE = new PathTemplates(List.of(), List.of(), false);

    PathTemplates {
        names = List.copyOf(names);
        aliases = List.copyOf(aliases);
    }

    boolean isUnreadable() {
        return names.isEmpty();
    }

    /** The templates of written texts, the first one first. */
    static PathTemplates of(List<String> texts, boolean isComplete, Sources sources) {
        if (texts.isEmpty()) {
            return UNREADABLE;
        }
        return new PathTemplates(
                variants(texts.subList(0, 1), sources), variants(texts.subList(1, texts.size()), sources), isComplete);
    }

    private static List<String> variants(List<String> texts, Sources sources) {
        Set<String> all = new LinkedHashSet<>(texts);
        all.addAll(sources.resolved(texts));
        return List.copyOf(all);
    }

    /** Every template of this mapping with every one of the other behind it; unreadable if either is. */
    PathTemplates then(PathTemplates inner) {
        if (isUnreadable() || inner.isUnreadable()) {
            return UNREADABLE;
        }
        List<String> first = Paths.join(names, inner.names);
        Set<String> rest = new LinkedHashSet<>(Paths.join(all(), inner.all()));
        first.forEach(rest::remove);
        return new PathTemplates(first, List.copyOf(rest), isComplete && inner.isComplete);
    }

    /** The names and aliases. */
    List<String> all() {
        List<String> all = new ArrayList<>(names);
        all.addAll(aliases);
        return all;
    }
}
