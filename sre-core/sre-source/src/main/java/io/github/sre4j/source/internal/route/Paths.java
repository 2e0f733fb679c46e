package io.github.sre4j.source.internal.route;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Path templates. */
public final class Paths {

    private Paths() {}

    /** Every first part with every second part, the first of both first. */
    static List<String> join(List<String> first, List<String> second) {
        Set<String> joined = new LinkedHashSet<>();
        for (String a : first.isEmpty() ? List.of("") : first) {
            for (String b : second.isEmpty() ? List.of("") : second) {
                joined.add(trim(a) + (trim(a).isEmpty() || trim(b).isEmpty() ? "" : "/") + trim(b));
            }
        }
        return new ArrayList<>(joined);
    }

    /** Without slashes around it. */
    public static String trim(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    /** The segments of a template, without the patterns of its variables: {@code {id:\d+}} becomes {@code {id}}. */
    public static List<String> segments(String path) {
        String trimmed = trim(path);
        if (trimmed.isEmpty()) {
            return List.of();
        }
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        int depth = 0;
        boolean pattern = false;
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth = Math.max(0, depth - 1);
                pattern = pattern && depth > 0;
            } else if (c == ':' && depth == 1) {
                pattern = true;
            } else if (c == '/' && depth == 0) {
                segments.add(segment.toString());
                segment.setLength(0);
                continue;
            }
            if (!pattern && !(depth > 0 && Character.isWhitespace(c)) && !(c == '}' && depth > 0)) {
                segment.append(c);
            }
        }
        segments.add(segment.toString());
        return segments;
    }

    /** Whether a segment is a variable. */
    static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}") && segment.indexOf('{', 1) < 0;
    }

    /**
     * How well a name seen in telemetry fits a template, from 0 for not at all to 1 for exactly.
     *
     * @param seen the template, or a path with values where {@code values} allows them
     * @param template the template in the code
     * @param values whether a variable of the template may stand for any value
     */
    public static double fit(String seen, String template, boolean values) {
        return fit(segments(seen), segments(template), values);
    }

    /** Does the same for segments. */
    static double fit(List<String> left, List<String> right, boolean values) {
        double fit = 1;
        for (int i = 0; i < right.size(); i++) {
            String b = right.get(i);
            boolean rest = b.equals("**") || b.startsWith("{*");
            if (rest && values && i == right.size() - 1 && left.size() >= i) {
                return fit * 0.7;
            }
            if (i >= left.size()) {
                return 0;
            }
            fit *= fitSegment(left.get(i), b, values);
            if (fit == 0) {
                return 0;
            }
        }
        return left.size() == right.size() ? fit : 0;
    }

    private static double fitSegment(String seen, String template, boolean values) {
        if (seen.equals(template)) {
            return 1;
        }
        if (isVariable(seen) && isVariable(template)) {
            return 0.95;
        }
        // Rename rules of New Relic put stars in place of segments.
        if (seen.equals("*")) {
            return isVariable(template) ? 0.9 : 0.7;
        }
        boolean open = isVariable(template) || template.equals("*");
        return open && values && !isVariable(seen) ? 0.8 : 0;
    }
}
