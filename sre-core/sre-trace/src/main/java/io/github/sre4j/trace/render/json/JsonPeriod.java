package io.github.sre4j.trace.render.json;

import io.github.sre4j.trace.period.PeriodComparison;
import io.github.sre4j.trace.period.PeriodSelection;
import io.github.sre4j.trace.period.RootCause;
import io.github.sre4j.trace.period.TimeRange;
import io.github.sre4j.trace.period.profile.EventType;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The causes of what differs in a period as JSON, {@code schemaVersion} 1. */
public final class JsonPeriod {

    private JsonPeriod() {}

    /** Returns the document. */
    public static String of(PeriodSelection selection, PeriodComparison comparison) {
        return JsonComparison.write(json -> {
            range(json, "window", selection.window(), comparison.window());
            range(json, "reference", selection.reference(), comparison.reference());
            json.list("causes");
            int rank = 0;
            for (RootCause cause : comparison.causes()) {
                cause(json, ++rank, cause);
            }
            json.endList();
        });
    }

    private static void range(Json json, String field, TimeRange range, int requests) throws IOException {
        json.begin(field);
        json.text("from", range.from().toString());
        json.text("until", range.until().toString());
        json.number("requests", requests);
        json.end();
    }

    private static void cause(Json json, int rank, RootCause cause) throws IOException {
        json.begin();
        json.number("rank", rank);
        json.text("kind", cause.kind().id());
        json.text("resource", resource(cause.kind()));
        json.text("service", cause.service());
        json.texts("hosts", cause.hosts());
        json.text(
                "operation",
                cause.operation() == null ? null : cause.operation().name());
        json.begin("region");
        event(json, "after", cause.after());
        event(json, "before", cause.before());
        json.end();
        json.text("certainty", cause.certainty().id());
        json.number("affectedRequests", cause.affected());
        json.number("requests", cause.requests());
        json.list("events");
        for (RootCause.ChangedEvent each : cause.events()) {
            json.begin();
            json.text("service", each.operation().service());
            json.text("operation", each.operation().name());
            event(json, "event", each.event());
            event(json, "after", each.given());
            json.decimal("expectedShare", each.expected());
            json.decimal("observedShare", each.observed());
            json.number("requests", each.requests());
            json.end();
        }
        json.endList();
        json.list("times");
        for (RootCause.SlowPart each : cause.times()) {
            json.begin();
            json.text("caller", each.caller());
            json.text("callee", each.callee());
            json.decimal("ratio", each.ratio());
            json.millis("excessMs", Math.round(each.excessNanos()));
            json.number("requests", each.requests());
            json.end();
        }
        json.endList();
        json.text("traceId", cause.traceId());
        json.text("spanId", cause.spanId());
        json.end();
    }

    /** Processor or network, or null for causes in the code or in another system. */
    private static @Nullable String resource(RootCause.Kind kind) {
        return switch (kind) {
            case OWN_TIME -> "cpu";
            case NETWORK -> "network";
            case QUEUE -> "queue";
            case DEPENDENCY -> "dependency";
            case ERRORS, CHANGED_FLOW -> null;
        };
    }

    private static void event(Json json, String field, @Nullable EventType event) throws IOException {
        if (event == null) {
            json.nothing(field);
            return;
        }
        json.begin(field);
        json.text("kind", event.kind().name().toLowerCase(Locale.ROOT));
        json.text("text", event.text());
        json.text("logger", event.logger());
        json.text("location", event.location());
        json.end();
    }
}
