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

/** Deployments by event files: their {@code Deployment} rows, as New Relic's change tracking stores them. Immutable and thread-safe. */
public final class DeploymentRows implements DeploymentSource {

    private static final String TYPE = "Deployment";

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
                        Set.of(TYPE),
                        (file, parser) -> row(file, parser)
                                .filter(each -> window.contains(each.at()))
                                .ifPresent(deployments::add))
                .read(root);
        deployments.sort(Comparator.comparing(Deployment::at));
        return deployments;
    }

    private static Optional<Deployment> row(EventFile file, JsonParser parser) throws IOException {
        String type = null;
        String commit = null;
        long timestamp = -1;
        for (JsonToken token = StrictRow.firstKey(parser); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (key) {
                case "eventType" -> type = text(parser, value);
                case "type" -> type = type == null ? text(parser, value) : type;
                case "commit" -> commit = text(parser, value);
                case "timestamp" -> timestamp = value.isNumeric() ? (long) parser.getDoubleValue() : -1;
                default -> {}
            }
            parser.skipChildren();
        }
        boolean deployment = Optional.ofNullable(type)
                .or(file::defaultType)
                .filter(TYPE::equals)
                .isPresent();
        return deployment && timestamp >= 0
                ? Optional.of(new Deployment(Instant.ofEpochMilli(timestamp), commit))
                : Optional.empty();
    }

    private static @Nullable String text(JsonParser parser, JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? parser.getText() : null;
    }
}
