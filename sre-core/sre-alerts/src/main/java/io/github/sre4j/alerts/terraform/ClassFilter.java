package io.github.sre4j.alerts.terraform;

import io.github.sre4j.alerts.nrql.NrqlText;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Condition of NRQL for the requests of a class: its patterns, without what classes before it match. */
final class ClassFilter {

    private ClassFilter() {}

    /**
     * Returns the condition on {@code name}. Patterns may be written for labels, which New Relic does not have: measured endpoints that only their label
     * puts into the class, or out of it, are named one by one.
     */
    static String of(Standard standard, String className, List<EndpointName> measured) {
        String filter = of(standard, className);
        List<String> more = new ArrayList<>();
        List<String> fewer = new ArrayList<>();
        for (EndpointName name : measured) {
            boolean belongs = standard.classOf(name)
                    .filter(found -> found.name().equals(className))
                    .isPresent();
            boolean selected = isSelected(standard, className, name);
            if (belongs && !selected) {
                more.add(NrqlText.literal(name.value()));
            } else if (selected && !belongs) {
                fewer.add(NrqlText.literal(name.value()));
            }
        }
        String wider = more.isEmpty() ? filter : "(" + filter + " OR name IN (" + String.join(", ", more) + "))";
        return fewer.isEmpty() ? wider : wider + " AND name NOT IN (" + String.join(", ", fewer) + ")";
    }

    private static boolean isSelected(Standard standard, String className, EndpointName name) {
        return standard.classes().stream()
                .filter(candidate -> candidate.match().stream().anyMatch(pattern -> pattern.matches(name)))
                .findFirst()
                .filter(found -> found.name().equals(className))
                .isPresent();
    }

    private static String of(Standard standard, String className) {
        List<String> parts = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (EndpointClass candidate : standard.classes()) {
            String patterns = regex(candidate);
            if (candidate.name().equals(className)) {
                String match = "name RLIKE " + NrqlText.regex(patterns);
                parts.add(
                        before.isEmpty()
                                ? match
                                : match + " AND name NOT RLIKE " + NrqlText.regex(String.join("|", before)));
            } else {
                before.add(patterns);
            }
        }
        return parts.size() == 1
                ? parts.get(0)
                : parts.stream().map(part -> "(" + part + ")").collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String regex(EndpointClass endpointClass) {
        return endpointClass.match().stream().map(ClassFilter::regex).collect(Collectors.joining("|"));
    }

    /** Returns a glob as a regular expression of RE2: one star stays within a path segment. */
    static String regex(EndpointPattern pattern) {
        String text = pattern.text();
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*') {
                boolean any = text.startsWith("**", i);
                regex.append(any ? ".*" : "[^/]*");
                i += any ? 1 : 0;
            } else {
                if (c == '\\') {
                    c = text.charAt(++i);
                }
                regex.append(NrqlText.quoteRegex(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
