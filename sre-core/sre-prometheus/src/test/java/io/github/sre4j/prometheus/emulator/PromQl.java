package io.github.sre4j.prometheus.emulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of PromQL that this module uses, evaluated slowly and as documented: lookback 5 minutes, ranges open on the left. */
final class PromQl {

    private static final long LOOKBACK = 300_000;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\")|(\\d+(?:\\.\\d+)?)([smhd])?|([a-zA-Z_][a-zA-Z0-9_]*)|(=~|!~|!=|<=|>=|==|[-+*/<>=(){}\\[\\],@:]))");

    /** A value with its labels. */
    record Sample(Map<String, String> labels, double value) {}

    /** An expression. */
    interface Node {
        List<Sample> at(long time);
    }

    /** An expression over a range: the samples of each series in it. */
    interface RangeNode {
        Map<Map<String, String>, List<Double>> in(long time);
    }

    private final Metrics metrics;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    PromQl(Metrics metrics, String text) {
        this.metrics = metrics;
        Matcher matcher = TOKEN.matcher(text.strip());
        int at = 0;
        while (at < text.strip().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException(
                        "parse error at " + text.strip().substring(at));
            }
            tokens.add(matcher.group().strip());
            at = matcher.end();
        }
    }

    Node parse() {
        Node node = binary(0);
        if (next < tokens.size()) {
            throw new IllegalArgumentException("unexpected " + tokens.get(next));
        }
        return node;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private boolean take(String token) {
        if (peek().equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private String expect(String token) {
        if (!take(token)) {
            throw new IllegalArgumentException("expected " + token + " but found " + peek());
        }
        return token;
    }

    private static final List<Set<String>> LEVELS = List.of(
            Set.of("or"),
            Set.of("and", "unless"),
            Set.of("<", ">", "<=", ">=", "==", "!="),
            Set.of("+", "-"),
            Set.of("*"));

    private Node binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Node left = binary(level + 1);
        while (LEVELS.get(level).contains(peek())) {
            String operator = tokens.get(next++);
            Set<String> on = null;
            Set<String> ignoring = new HashSet<>();
            if (take("on")) {
                on = labels();
            } else if (take("ignoring")) {
                ignoring = labels();
            }
            left = operation(operator, left, binary(level + 1), on, ignoring);
        }
        return left;
    }

    private Set<String> labels() {
        Set<String> labels = new java.util.TreeSet<>();
        expect("(");
        while (!take(")")) {
            labels.add(tokens.get(next++));
            take(",");
        }
        return labels;
    }

    private static Map<String, String> key(Map<String, String> labels, Set<String> on, Set<String> ignoring) {
        Map<String, String> key = new TreeMap<>(labels);
        key.remove("__name__");
        if (on != null) {
            key.keySet().retainAll(on);
        } else {
            key.keySet().removeAll(ignoring);
        }
        return key;
    }

    private static Map<String, String> nameless(Map<String, String> labels) {
        return key(labels, null, Set.of());
    }

    private static Node operation(String operator, Node left, Node right, Set<String> on, Set<String> ignoring) {
        return time -> {
            Map<Map<String, String>, Sample> others = new HashMap<>();
            List<Sample> rights = right.at(time);
            rights.forEach(sample -> others.put(key(sample.labels(), on, ignoring), sample));
            List<Sample> result = new ArrayList<>();
            List<Sample> lefts = left.at(time);
            if (operator.equals("or")) {
                Set<Map<String, String>> seen = new HashSet<>();
                lefts.forEach(sample -> seen.add(key(sample.labels(), on, ignoring)));
                result.addAll(lefts);
                rights.stream()
                        .filter(sample -> !seen.contains(key(sample.labels(), on, ignoring)))
                        .forEach(result::add);
                return result;
            }
            for (Sample sample : lefts) {
                Sample other = others.get(key(sample.labels(), on, ignoring));
                if (rights.size() == 1 && rights.get(0).labels() == SCALAR) {
                    other = rights.get(0);
                }
                switch (operator) {
                    case "and" -> {
                        if (other != null) {
                            result.add(sample);
                        }
                    }
                    case "unless" -> {
                        if (other == null) {
                            result.add(sample);
                        }
                    }
                    case "+", "-", "*" -> {
                        if (other != null) {
                            DoubleBinaryOperator compute = operator.equals("+")
                                    ? Double::sum
                                    : operator.equals("-") ? (a, b) -> a - b : (a, b) -> a * b;
                            result.add(new Sample(
                                    nameless(sample.labels()), compute.applyAsDouble(sample.value(), other.value())));
                        }
                    }
                    default -> {
                        if (other != null && holds(operator, sample.value(), other.value())) {
                            result.add(sample);
                        }
                    }
                }
            }
            return result;
        };
    }

    private static boolean holds(String operator, double a, double b) {
        return switch (operator) {
            case "<" -> a < b;
            case ">" -> a > b;
            case "<=" -> a <= b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            default -> a != b;
        };
    }

    private static final Map<String, String> SCALAR = Map.of();

    private Node unary() {
        String token = peek();
        if (token.matches("\\d.*")) {
            next++;
            double value = Double.parseDouble(token);
            return time -> List.of(new Sample(SCALAR, value));
        }
        if (token.equals("(")) {
            next++;
            Node inner = binary(0);
            expect(")");
            return suffixed(inner);
        }
        return switch (token) {
            case "sum", "max", "min", "count" -> aggregation(tokens.get(next++));
            case "label_replace" -> labelReplace();
            case "last_over_time",
                    "count_over_time",
                    "min_over_time",
                    "max_over_time",
                    "sum_over_time",
                    "resets",
                    "changes" -> overTime(tokens.get(next++));
            default -> instant(selector());
        };
    }

    /** What may follow an expression in brackets: an offset. */
    private Node suffixed(Node inner) {
        if (peek().equals("offset")) {
            next++;
            long back = duration();
            return time -> inner.at(time - back);
        }
        return inner;
    }

    private long duration() {
        String token = tokens.get(next++);
        long number = Long.parseLong(token.substring(0, token.length() - 1));
        return number
                * switch (token.charAt(token.length() - 1)) {
                    case 's' -> 1_000;
                    case 'm' -> 60_000;
                    case 'h' -> 3_600_000;
                    default -> 86_400_000;
                };
    }

    private Node aggregation(String operator) {
        expect("by");
        Set<String> by = labels();
        expect("(");
        Node inner = binary(0);
        expect(")");
        return time -> {
            Map<Map<String, String>, List<Double>> groups = new LinkedHashMap<>();
            for (Sample sample : inner.at(time)) {
                groups.computeIfAbsent(key(sample.labels(), by, Set.of()), key -> new ArrayList<>())
                        .add(sample.value());
            }
            List<Sample> result = new ArrayList<>();
            groups.forEach((labels, values) -> result.add(new Sample(
                    labels,
                    switch (operator) {
                        case "sum" -> values.stream().mapToDouble(v -> v).sum();
                        case "max" -> values.stream().mapToDouble(v -> v).max().orElseThrow();
                        case "min" -> values.stream().mapToDouble(v -> v).min().orElseThrow();
                        default -> values.size();
                    })));
            return result;
        };
    }

    private Node labelReplace() {
        next++;
        expect("(");
        Node inner = binary(0);
        expect(",");
        String label = string();
        expect(",");
        String value = string();
        expect(",");
        string();
        expect(",");
        string();
        expect(")");
        return time -> inner.at(time).stream()
                .map(sample -> {
                    Map<String, String> labels = new TreeMap<>(sample.labels());
                    labels.put(label, value);
                    return new Sample(labels, sample.value());
                })
                .toList();
    }

    private String string() {
        String token = tokens.get(next++);
        return token.substring(1, token.length() - 1)
                .replace("\\\\", "\u0000")
                .replace("\\\"", "\"")
                .replace("\\n", "\n")
                .replace("\u0000", "\\");
    }

    private Node overTime(String function) {
        expect("(");
        RangeNode range = range();
        expect(")");
        return time -> {
            List<Sample> result = new ArrayList<>();
            range.in(time).forEach((labels, values) -> {
                if (!values.isEmpty()) {
                    boolean keepsName = function.equals("last_over_time");
                    result.add(new Sample(keepsName ? labels : nameless(labels), computed(function, values)));
                }
            });
            return result;
        };
    }

    private static double computed(String function, List<Double> values) {
        int changes = 0;
        int resets = 0;
        for (int i = 1; i < values.size(); i++) {
            changes += values.get(i).equals(values.get(i - 1)) ? 0 : 1;
            resets += values.get(i) < values.get(i - 1) ? 1 : 0;
        }
        return switch (function) {
            case "last_over_time" -> values.get(values.size() - 1);
            case "count_over_time" -> values.size();
            case "min_over_time" -> values.stream().mapToDouble(v -> v).min().orElseThrow();
            case "max_over_time" -> values.stream().mapToDouble(v -> v).max().orElseThrow();
            case "sum_over_time" -> values.stream().mapToDouble(v -> v).sum();
            case "resets" -> resets;
            default -> changes;
        };
    }

    private RangeNode range() {
        if (peek().equals("(")) {
            next++;
            Node inner = binary(0);
            expect(")");
            return bracketed(inner, null);
        }
        List<Metrics.Series> selected = selector();
        return bracketed(null, selected);
    }

    private RangeNode bracketed(Node inner, List<Metrics.Series> selected) {
        expect("[");
        long length = duration();
        long resolution = take(":") ? duration() : 0;
        expect("]");
        long back = 0;
        long fixed = -1;
        while (peek().equals("offset") || peek().equals("@")) {
            if (take("offset")) {
                back = duration();
            } else {
                next++;
                fixed = Long.parseLong(tokens.get(next++)) * 1_000;
            }
        }
        long offset = back;
        long at = fixed;
        return time -> {
            long end = (at < 0 ? time : at) - offset;
            Map<Map<String, String>, List<Double>> found = new LinkedHashMap<>();
            if (selected != null) {
                for (Metrics.Series series : selected) {
                    List<Double> values = series.samples().subMap(end - length, false, end, true).values().stream()
                            .filter(value -> !value.isNaN())
                            .toList();
                    found.put(series.labels(), values);
                }
                return found;
            }
            for (long step = Math.floorDiv(end - length, resolution) * resolution + resolution;
                    step <= end;
                    step += resolution) {
                inner.at(step)
                        .forEach(sample -> found.computeIfAbsent(sample.labels(), key -> new ArrayList<>())
                                .add(sample.value()));
            }
            return found;
        };
    }

    private Node instant(List<Metrics.Series> selected) {
        long back = 0;
        if (take("offset")) {
            back = duration();
        }
        long offset = back;
        return time -> {
            List<Sample> found = new ArrayList<>();
            for (Metrics.Series series : selected) {
                Map.Entry<Long, Double> latest = series.samples().floorEntry(time - offset);
                if (latest != null
                        && latest.getKey() > time - offset - LOOKBACK
                        && !latest.getValue().isNaN()) {
                    found.add(new Sample(series.labels(), latest.getValue()));
                }
            }
            return found;
        };
    }

    private List<Metrics.Series> selector() {
        List<Map.Entry<String, Map.Entry<String, String>>> conditions = new ArrayList<>();
        if (!peek().equals("{")) {
            conditions.add(Map.entry("__name__", Map.entry("=", tokens.get(next++))));
        }
        if (take("{")) {
            while (!take("}")) {
                String label = tokens.get(next++);
                String operator = tokens.get(next++);
                conditions.add(Map.entry(label, Map.entry(operator, string())));
                take(",");
            }
        }
        return metrics.all().stream()
                .filter(series -> conditions.stream().allMatch(condition -> {
                    String value = series.labels().getOrDefault(condition.getKey(), "");
                    String wanted = condition.getValue().getValue();
                    return switch (condition.getValue().getKey()) {
                        case "=" -> value.equals(wanted);
                        case "!=" -> !value.equals(wanted);
                        case "=~" -> value.matches(wanted);
                        default -> !value.matches(wanted);
                    };
                }))
                .toList();
    }

    /** Returns the labels of the series that a selector matches. */
    List<Map<String, String>> selected() {
        return selector().stream().map(Metrics.Series::labels).toList();
    }
}
