package io.github.sre4j.source.internal.route;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** URI templates of RFC 6570 as Micronaut uses them, reduced to their paths. */
final class UriTemplates {

    /** Expansions that add no path: query and fragment. */
    private static final Pattern BESIDE_PATH = Pattern.compile("\\{[?&#][^}]*}");

    private static final Pattern OPTIONAL_SEGMENT = Pattern.compile("\\{/([^}]*)}");
    private static final Pattern RESERVED = Pattern.compile("\\{\\+([^}]*)}");

    private UriTemplates() {}

    static PathTemplates withoutExpansions(PathTemplates paths) {
        return new PathTemplates(all(paths.names()), all(paths.aliases()), paths.isComplete());
    }

    private static List<String> all(List<String> templates) {
        Set<String> plain = new LinkedHashSet<>();
        for (String each : templates) {
            String path =
                    RESERVED.matcher(BESIDE_PATH.matcher(each).replaceAll("")).replaceAll("{$1}");
            plain.add(OPTIONAL_SEGMENT.matcher(path).replaceAll("/{$1}"));
            plain.add(path);
            plain.add(OPTIONAL_SEGMENT.matcher(path).replaceAll(""));
        }
        return List.copyOf(plain);
    }
}
