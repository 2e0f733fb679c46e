package io.github.sre4j.telemetry.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Deployment;
import io.github.sre4j.telemetry.DeploymentSource;
import io.github.sre4j.telemetry.TelemetryException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deployments by event files: rows of New Relic's change tracking, {@code Deployment} and {@code ChangeTrackingEvent} of the category {@code Deployment}. Immutable
 * and thread-safe.
 */
public final class DeploymentRows implements DeploymentSource {

    private static final String TYPE = "Deployment";
    private static final String CHANGE = "ChangeTrackingEvent";
    private static final Set<String> TYPES = Set.of(TYPE, CHANGE);

    private final Path root;

    /**
     * Deployments by event files.
     *
     * @param root a file or a folder
     */
    public DeploymentRows(Path root) {
        this.root = Objects.requireNonNull(root, "root");
    }

    @Override
    public List<Deployment> deployments(Window window) throws TelemetryException {
        List<Deployment> deployments = new ArrayList<>();
        new RowScan(
                        TYPES,
                        (file, parser) -> row(file, parser)
                                .filter(each -> window.contains(each.at()))
                                .ifPresent(deployments::add))
                .read(root);
        deployments.sort(Comparator.comparing(Deployment::at));
        return deployments;
    }

    private static Optional<Deployment> row(EventFile file, JsonParser parser) throws IOException {
        String eventType = null;
        String type = null;
        String commit = null;
        String version = null;
        String category = null;
        long timestamp = -1;
        for (JsonToken token = StrictRow.firstKey(parser); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (key) {
                case "eventType" -> eventType = text(parser, value);
                case "type" -> type = text(parser, value);
                case "commit" -> commit = text(parser, value);
                case "version" -> version = text(parser, value);
                case "category" -> category = text(parser, value);
                case "timestamp" -> timestamp = value.isNumeric() ? (long) parser.getDoubleValue() : -1;
                default -> {}
            }
            parser.skipChildren();
        }
        // The type of a change, such as "Blue green", is no event type.
        String known = type != null && TYPES.contains(type) ? type : null;
        String rowType = Optional.ofNullable(eventType == null ? known : eventType)
                .or(file::defaultType)
                .orElse("");
        boolean deployment = rowType.equals(TYPE) || (rowType.equals(CHANGE) && TYPE.equalsIgnoreCase(category));
        return deployment && timestamp >= 0
                ? Optional.of(new Deployment(Instant.ofEpochMilli(timestamp), commit, version))
                : Optional.empty();
    }

    private static @Nullable String text(JsonParser parser, JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? parser.getText() : null;
    }
}
