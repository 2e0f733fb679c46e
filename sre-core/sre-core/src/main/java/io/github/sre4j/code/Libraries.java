package io.github.sre4j.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The libraries of a product with their versions, as its build declares them. Names have the form {@code groupId:artifactId}. A product of several modules may
 * have several versions of one library. Immutable.
 *
 * @param declared versions of the libraries on the class path that the build names
 * @param managed versions that the build gives to other libraries, if they are on the class path
 */
public record Libraries(Map<String, Set<String>> declared, Map<String, Set<String>> managed) {

    /** Nothing is known of the libraries. */
    public static final Libraries UNKNOWN = new Libraries(Map.of(), Map.of());

    /** Copies the maps. */
    public Libraries {
        declared = copy(declared);
        managed = copy(managed);
    }

    private static Map<String, Set<String>> copy(Map<String, Set<String>> versions) {
        Map<String, Set<String>> copy = new HashMap<>();
        versions.forEach((name, each) -> copy.put(name, Set.copyOf(each)));
        return Map.copyOf(copy);
    }

    /** Returns libraries on the class path with one version each, such as of a resolved build. */
    public static Libraries of(Map<String, String> versions) {
        Map<String, Set<String>> declared = new HashMap<>();
        versions.forEach((name, version) -> declared.put(name, Set.of(version)));
        return new Libraries(declared, Map.of());
    }

    /** Returns the versions of a library; empty if the build does not tell. */
    public Set<String> versions(String name) {
        Set<String> own = declared.getOrDefault(name, Set.of());
        return own.isEmpty() ? managed.getOrDefault(name, Set.of()) : own;
    }

    /** Returns the versions of all declared libraries of a group. */
    public Set<String> versionsOfGroup(String groupId) {
        Set<String> found = new HashSet<>();
        declared.forEach((name, versions) -> {
            if (name.startsWith(groupId + ":")) {
                found.addAll(versions);
            }
        });
        return Set.copyOf(found);
    }

    /** Returns whether the build names a library. */
    public boolean declares(String name) {
        return declared.containsKey(name);
    }
}
