package io.github.sre4j.alerts.migrate.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Condition of a monitor with its messages.
 *
 * @param name name
 * @param severity 1 (highest) to 5, as text
 * @param script source of the condition
 * @param parameters numbers and texts of the script's {@code params}
 * @param bucketPaths {@code buckets_path} of a bucket-level trigger, empty for others
 * @param parentPath {@code parent_bucket_path}, empty for others
 * @param filter {@code composite_agg_filter}, or null
 * @param actions messages
 */
public record MonitorTrigger(
        String name,
        String severity,
        String script,
        Map<String, String> parameters,
        Map<String, String> bucketPaths,
        String parentPath,
        @Nullable JsonNode filter,
        List<MonitorAction> actions) {

    /** Copies the collections. */
    public MonitorTrigger {
        parameters = Map.copyOf(parameters);
        bucketPaths = Map.copyOf(bucketPaths);
        actions = List.copyOf(actions);
    }

    /** Returns the severity as a number, 5 if it is none. */
    public int severityNumber() {
        return severity.matches("[1-5]") ? severity.charAt(0) - '0' : 5;
    }
}
