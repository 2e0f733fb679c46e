package io.github.sre4j.examples.standin.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The methods of the protocol. A method that is not known here is answered with null, which agents take. */
final class AgentProtocol {
    private static final int PERIOD_MILLIS = 5_000;
    private static final int MINUTE_MILLIS = 60_000;
    /** A minute, as New Relic has it: agents ask again for what they were granted last, so a shorter one would shrink it each time. */
    private static final int SPAN_PERIOD_MILLIS = MINUTE_MILLIS;

    private static final Map<String, Integer> LIMITS_PER_MINUTE = Map.of(
            "analytic_event_data",
            2_000,
            "custom_event_data",
            30_000,
            "error_event_data",
            100,
            "log_event_data",
            10_000,
            "span_event_data",
            2_000);

    private final int account;
    private final Sink sink;
    private final Payloads payloads = new Payloads();
    private final Map<String, Application> runs = new ConcurrentHashMap<>();
    private final AtomicInteger lastRun = new AtomicInteger();

    /** Takes the events of one type. */
    interface Sink {
        void accept(String eventType, Collection<Map<String, Object>> events);
    }

    AgentProtocol(int account, Sink sink) {
        this.account = account;
        this.sink = sink;
    }

    /** The return value of a method; null for those that return nothing. */
    @Nullable
    Object call(String method, String run, JsonNode payload) {
        Application application = runs.getOrDefault(run, new Application(account, "unknown", "localhost"));
        switch (method) {
            case "preconnect" -> {
                return Map.of("redirect_host", "127.0.0.1");
            }
            case "connect" -> {
                return connect(payload.path(0));
            }
            case "get_agent_commands", "profile_data" -> {
                return List.of();
            }
            case "analytic_event_data" -> events(application, payload, "Transaction");
            case "span_event_data" -> events(application, payload, "Span");
            case "error_event_data" -> events(application, payload, "TransactionError");
            case "custom_event_data" -> events(application, payload, "CustomEvent");
            case "log_event_data" -> give(application, "Log", payloads.logs(payload));
            case "metric_data" -> give(application, "Metric", payloads.metrics(payload));
            default -> {}
        }
        return null;
    }

    private void events(Application application, JsonNode payload, String fallback) {
        payloads.events(payload, fallback).forEach((type, rows) -> give(application, type, rows));
    }

    private void give(Application application, String type, List<Map<String, Object>> rows) {
        Map<String, Object> added = application.added(type);
        rows.forEach(row -> added.forEach(row::putIfAbsent));
        sink.accept(type, rows);
    }

    private Map<String, Object> connect(JsonNode agent) {
        Application application = new Application(
                account,
                agent.path("app_name").path(0).asText("unknown"),
                agent.path("host").asText("localhost"));
        String run = "run-" + lastRun.incrementAndGet();
        runs.put(run, application);
        JsonNode asked = agent.path("event_harvest_config").path("harvest_limits");
        Map<String, Object> limits = new LinkedHashMap<>();
        LIMITS_PER_MINUTE.forEach((stream, fallback) -> {
            if (!stream.equals("span_event_data")) {
                limits.put(stream, scaled(asked.path(stream).asInt(fallback), PERIOD_MILLIS));
            }
        });
        int spans = asked.path("span_event_data").asInt(2_000);
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("agent_run_id", run);
        reply.put("entity_guid", application.guid());
        reply.put("account_id", String.valueOf(account));
        reply.put("primary_application_id", String.valueOf(application.id()));
        reply.put("trusted_account_key", String.valueOf(account));
        reply.put("trusted_account_ids", List.of(account));
        reply.put("cross_process_id", account + "#" + application.id());
        reply.put("apdex_t", 0.5);
        reply.put("data_report_period", 60);
        for (String stream :
                List.of("traces", "errors", "analytics_events", "custom_events", "error_events", "span_events")) {
            reply.put("collect_" + stream, true);
        }
        reply.put("product_level", 40);
        reply.put("max_payload_size_in_bytes", 1_000_000);
        reply.put("sampling_target", 120);
        reply.put("sampling_target_period_in_seconds", 60);
        reply.put("request_headers_map", Map.of("NR-Session", run));
        reply.put("messages", List.of());
        reply.put("agent_config", Map.of());
        reply.put("url_rules", List.of());
        reply.put("metric_name_rules", List.of());
        reply.put("transaction_name_rules", List.of());
        reply.put("transaction_segment_terms", List.of());
        reply.put("event_harvest_config", Map.of("report_period_ms", PERIOD_MILLIS, "harvest_limits", limits));
        reply.put(
                "span_event_harvest_config",
                Map.of("report_period_ms", SPAN_PERIOD_MILLIS, "harvest_limit", scaled(spans, SPAN_PERIOD_MILLIS)));
        return reply;
    }

    private static int scaled(int perMinute, int periodMillis) {
        return Math.max(1, (int) ((long) perMinute * periodMillis / MINUTE_MILLIS));
    }
}
