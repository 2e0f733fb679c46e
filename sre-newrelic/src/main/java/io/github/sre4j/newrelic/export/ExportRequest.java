package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to export.
 *
 * @param service the service
 * @param length how long the window is
 * @param until the end of the window, not in it; null for now. An export that is continued keeps the end it began with
 * @param types the event types, each once
 * @param masked whether personal data and secrets are replaced
 * @param maxRows the most events to export
 * @param folder where the files go; made if it is not there
 */
public record ExportRequest(
        ServiceReference service,
        Duration length,
        @Nullable Instant until,
        List<String> types,
        boolean masked,
        long maxRows,
        Path folder) {

    /** What is exported if nothing else is said; {@code Metric} stands for how often each transaction ran, by hours. */
    public static final List<String> DEFAULT_TYPES =
            List.of("Transaction", "TransactionError", "Span", "Log", "PageView", "PageViewTiming", EventTypes.METRIC);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a type is no name of an event type, there is none, or a number is not positive
     */
    public ExportRequest {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(folder, "folder");
        types = List.copyOf(new LinkedHashSet<>(types));
        if (types.isEmpty()) {
            throw new InvalidInputException(Message.of(Exporter.class, "failure.no-type"));
        }
        types.forEach(Nrql::from);
        if (maxRows < 1 || length.isNegative() || length.isZero()) {
            throw new InvalidInputException(Message.of(Exporter.class, "failure.no-room"));
        }
    }
}
