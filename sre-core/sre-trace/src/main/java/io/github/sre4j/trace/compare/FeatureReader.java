package io.github.sre4j.trace.compare;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.mask.TraceTextMasker;
import io.github.sre4j.trace.story.Names;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Takes from requests what they can be compared by. Use one for all requests of a comparison: a value gets the same placeholder in all of
 * them. Not thread-safe.
 */
public final class FeatureReader {

    /** Attributes that differ between any two requests, or tell the outcome in other words. */
    private static final Pattern NO_FEATURE = Pattern.compile(
            "(?i).*(guid|uuid|timestamp|duration|elapsed|priority|sampled|nanos|millis|traceparent|tracestate|tripid|nr\\.|thread|checksum).*"
                    + "|(.*[._-])?(id|ids|ms|time|uri|url|url\\.full|url\\.path|url\\.query|http\\.target|port|pid)"
                    + "|.*[a-z](Id|Ms|Time|Port)");

    private final TraceTextMasker masker = new TraceTextMasker();
    private final Map<String, Boolean> known = new HashMap<>();

    /** Starts without placeholders. */
    public FeatureReader() {}

    /** The features of a request, from an analysis that need not be masked. */
    public RequestFeatures of(TraceAnalysis analysis) {
        Trace trace = analysis.trace();
        Map<String, Integer> calls = new HashMap<>();
        Map<String, Long> path = new HashMap<>();
        Map<String, String> attributes = new HashMap<>();
        boolean several = trace.services().size() > 1;
        for (int i = 0; i < trace.size(); i++) {
            Span span = trace.span(i);
            String full = call(trace, i, several);
            calls.merge(full, 1, Integer::sum);
            path.merge(full, analysis.times().get(i).pathNanos(), Long::sum);
            String host = span.host();
            if (host != null && span.entryPoint()) {
                attributes.putIfAbsent("host (" + span.service() + ")", masker.text(host));
            }
        }
        if (trace.size() > 0) {
            trace.span(0).attributes().forEach((key, value) -> {
                if (isFeature(key)) {
                    attributes.put(key, masker.text(value));
                }
            });
        }
        return new RequestFeatures(
                trace.id(), masker.text(Names.endpoint(trace)), trace.durationNanos(), calls, path, attributes);
    }

    /** The name by which a span counts among the calls of its request. */
    public String call(Trace trace, int span) {
        return call(trace, span, trace.services().size() > 1);
    }

    private String call(Trace trace, int index, boolean several) {
        Span span = trace.span(index);
        String name = index == 0 ? masker.text(Names.span(trace, 0)) : name(span);
        return several ? span.service() + ": " + name : name;
    }

    private boolean isFeature(String attribute) {
        return known.computeIfAbsent(
                attribute, name -> !NO_FEATURE.matcher(name).matches());
    }

    /** Without values, so that calls of one kind have one name. */
    private String name(Span span) {
        Statement statement = span.statement();
        if (statement != null && span.category() == SpanCategory.CACHE) {
            return Objects.requireNonNullElse(statement.system(), "cache").toLowerCase(Locale.ROOT) + " "
                    + Objects.requireNonNullElse(statement.operation(), masker.text(span.name()));
        }
        String sql = statement == null ? null : statement.text();
        if (statement != null && sql != null) {
            return masker.statement(sql, statement.system());
        }
        HttpCall http = span.category() == SpanCategory.HTTP ? span.http() : null;
        String path = http == null ? null : http.path();
        if (http != null && path != null) {
            String verb = http.method() == null ? "" : http.method() + " ";
            return verb + masker.text(Objects.requireNonNullElse(http.host(), "")) + masker.path(path);
        }
        return masker.text(Names.span(span));
    }
}
