package io.github.sre4j.trace.story;

import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TransactionRow;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short names for what telemetry names at length. */
public final class Names {

    private static final Pattern NEW_RELIC_WEB = Pattern.compile("WebTransaction/[^/]+/(.*?)(?: \\(([A-Z]+)\\))?");
    private static final Pattern CLASS_AND_METHOD = Pattern.compile("(?:[\\w$]+\\.)*([\\w$]+)/([\\w$<>]+)");

    /** The compiler's name of a lambda's body holds the method that it stands in. */
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private Names() {}

    /** What was asked, such as {@code GET /owners/{ownerId}}. */
    public static String endpoint(Trace trace) {
        Optional<String> row = rootRow(trace).map(TransactionRow::name);
        if (row.isPresent()) {
            return transaction(row.get());
        }
        if (trace.size() == 0) {
            return trace.id();
        }
        Span root = trace.span(0);
        HttpCall http = root.http();
        if (http != null && http.method() != null) {
            String path = http.route() == null ? http.path() : http.route();
            return path == null ? root.name() : http.method() + " " + path;
        }
        return transaction(root.name());
    }

    /** The row of the root's transaction, else the first that is known. */
    static Optional<TransactionRow> rootRow(Trace trace) {
        String transaction = trace.size() == 0 ? null : trace.span(0).transactionId();
        return trace.transactions().stream()
                .filter(row -> transaction == null || row.guid().equals(transaction))
                .findFirst();
    }

    private static String transaction(String name) {
        Matcher matcher = NEW_RELIC_WEB.matcher(name);
        if (!name.startsWith("WebTransaction/") || !matcher.matches()) {
            return name;
        }
        String path = "/" + matcher.group(1);
        return matcher.group(2) == null ? path : matcher.group(2) + " " + path;
    }

    /** A span of a trace in a few words; the first is the request itself, whatever the agent calls the class that took it. */
    public static String span(Trace trace, int index) {
        return index == 0 && !trace.span(0).standIn() ? endpoint(trace) : span(trace.span(index));
    }

    /** A span in a few words: the statement's table, {@code Class.method}, or its name without the agent's prefixes. */
    public static String span(Span span) {
        String name = span.name();
        for (String prefix : new String[] {
            "Datastore/statement/",
            "Datastore/operation/",
            "Spring/Java/",
            "SpringView/Java/",
            "Custom/",
            "Java/",
            "Filter/",
            "Servlet/",
            "External/"
        }) {
            if (name.startsWith(prefix)) {
                name = name.substring(prefix.length());
                break;
            }
        }
        boolean call = span.category() == SpanCategory.HTTP;
        String brief = !call && name.indexOf('.') > 0 ? brief(name) : name;
        return span.name().startsWith("SpringView/") ? "view " + brief : brief;
    }

    private static String brief(String name) {
        Matcher matcher = CLASS_AND_METHOD.matcher(name);
        return matcher.matches() ? matcher.group(1) + "." + matcher.group(2) : name;
    }

    /** A place in the code: {@code OwnerController.showOwner (OwnerController.java:57)}. */
    static String place(CodeLocation place) {
        String simple = simple(place.className());
        String name = place.method();
        String method =
                name == null ? simple : simple + "." + LAMBDA.matcher(name).replaceFirst("$1");
        String file = place.file();
        return file == null ? method : method + " (" + file + (place.line() > 0 ? ":" + place.line() : "") + ")";
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
