package io.github.sre4j.telemetry.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.BoundedDecimal;
import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row as Jackson reads it: the reference for {@link FastRow}, and the reader of everything that one leaves to it.
 *
 * <p>Fields are kept as they are met; {@link #unusable()} then says what keeps the row from being a request event.
 */
final class StrictRow {

    static final JsonFactory JSON = new JsonFactory();

    private static final Set<String> NEEDED =
            Set.of("name", "timestamp", "duration", "error", "eventType", "type", "appName");
    private static final long FIRST_MILLIS = 1_000_000_000_000L;
    private static final long LAST_MILLIS = 9_999_999_999_999L;
    /** The longest value of an attribute in New Relic. */
    static final int MAX_NAME = 4_096;

    private static final BigDecimal BEYOND = BigDecimal.TEN.pow(100);
    private static final BigDecimal LONGEST_SECONDS = new BigDecimal(366L * 24 * 3600);

    private final Set<String> seen = new HashSet<>();
    private int marks;
    private boolean answer;
    private @Nullable String guid;
    private @Nullable String method;
    private @Nullable String status;
    private @Nullable String uri;
    private @Nullable String twice;
    private @Nullable String eventType;
    private @Nullable String type;
    private @Nullable String name;
    private @Nullable String app;
    private @Nullable String timesliceName;
    private boolean scoped;
    private boolean nameIsText = true;
    private @Nullable BigDecimal timestamp;
    private @Nullable BigDecimal endTimestamp;
    private @Nullable BigDecimal duration;
    private @Nullable BigDecimal timesliceCount;
    private boolean errorIsBoolean = true;
    private boolean error;

    private StrictRow() {}

    /** Reads one whole line, which must hold exactly one object. */
    static StrictRow ofLine(byte[] bytes, int from, int to) throws IOException {
        try (JsonParser parser = JSON.createParser(bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotARowException(Message.of(SourceReport.class, "row.line-no-object"));
            }
            StrictRow row = of(parser);
            if (parser.nextToken() != null) {
                throw new NotARowException(Message.of(SourceReport.class, "row.trailing"));
            }
            return row;
        }
    }

    /** Reads the object that the parser has just entered, up to its end. */
    static StrictRow of(JsonParser parser) throws IOException {
        StrictRow row = new StrictRow();
        for (JsonToken token = firstKey(parser); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (NEEDED.contains(key) && !row.seen.add(key) && row.twice == null) {
                row.twice = key;
            }
            row.marks |= RowMarks.of(key);
            row.answer |= DocumentRows.isAnswer(key, value);
            row.take(parser, key, value);
        }
        return row;
    }

    /** The parser may stand at the object's beginning or at its first key. */
    static @Nullable JsonToken firstKey(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.START_OBJECT ? parser.nextToken() : parser.currentToken();
    }

    private void take(JsonParser parser, String key, JsonToken value) throws IOException {
        switch (key) {
            case "eventType" -> eventType = value == JsonToken.VALUE_STRING ? parser.getText() : null;
            case "type" -> type = value == JsonToken.VALUE_STRING ? parser.getText() : null;
            case "appName" -> app = value == JsonToken.VALUE_STRING ? parser.getText() : null;
            case "name" -> {
                nameIsText = value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NULL;
                name = value == JsonToken.VALUE_STRING ? parser.getText() : null;
            }
            case "guid" -> guid = value == JsonToken.VALUE_STRING ? parser.getText() : null;
            case "timestamp" -> timestamp = number(parser, value);
            case "endTimestamp" -> endTimestamp = number(parser, value);
            case "duration" -> duration = number(parser, value);
            case "error" -> {
                errorIsBoolean = value.isBoolean() || value == JsonToken.VALUE_NULL;
                error = value == JsonToken.VALUE_TRUE;
            }
            case "metricTimesliceName" -> timesliceName = value == JsonToken.VALUE_STRING ? parser.getText() : null;
            case "scope" -> scoped = true;
            case "newrelic.timeslice.value" -> timesliceCount = count(parser, value);
            default -> traits(parser, key, value);
        }
        // Whatever kind of value it was, and whoever looked at it: go to its end.
        parser.skipChildren();
    }

    private void traits(JsonParser parser, String key, JsonToken value) throws IOException {
        if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
            return;
        }
        if (TraitsTally.METHOD.contains(key)) {
            method = parser.getText();
        } else if (TraitsTally.STATUS.contains(key)) {
            status = parser.getText();
        } else if (TraitsTally.URI.contains(key)) {
            uri = parser.getText();
        }
    }

    private static @Nullable BigDecimal number(JsonParser parser, JsonToken value) throws IOException {
        return value.isNumeric() ? bounded(parser.getText()) : null;
    }

    /** A number too large to work with is as good as any that is too large; one too small is none. */
    private static @Nullable BigDecimal bounded(String text) {
        Optional<BigDecimal> number = BoundedDecimal.parse(text);
        if (number.isPresent() || text.contains("e-") || text.contains("E-")) {
            return number.orElse(null);
        }
        return text.startsWith("-") ? BEYOND.negate() : BEYOND;
    }

    private static @Nullable BigDecimal count(JsonParser parser, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            return null;
        }
        BigDecimal count = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken member = parser.nextToken();
            if (key.equals("count")) {
                count = number(parser, member);
            }
            parser.skipChildren();
        }
        return count;
    }

    /** The event type that the row itself gives. */
    Optional<String> type() {
        return Optional.ofNullable(eventType != null ? eventType : type);
    }

    /** Returns the event type of the row in that file; empty if nothing tells it. */
    Optional<String> typeIn(EventFile file) {
        return RowTypes.resolve(Optional.ofNullable(eventType), Optional.ofNullable(type), marks, name(), file);
    }

    /** Returns true if this is an answer that holds rows, and no row. */
    boolean isAnswer() {
        return answer && !seen.contains("name") && !seen.contains("timestamp");
    }

    Optional<String> method() {
        return Optional.ofNullable(method);
    }

    Optional<String> status() {
        return Optional.ofNullable(status);
    }

    Optional<String> uri() {
        return Optional.ofNullable(uri);
    }

    /** Returns the row's own id; empty if it has none. */
    Optional<String> guid() {
        return Optional.ofNullable(guid).filter(text -> !text.isBlank());
    }

    Optional<String> app() {
        return Optional.ofNullable(app);
    }

    /** Whether a row without an event type looks like a request: it has a name and a duration. */
    boolean looksLikeTransaction() {
        return seen.contains("name") && seen.contains("duration");
    }

    /** Why the row is not a usable request event; empty if it is one. */
    Optional<Message> unusable() {
        if (twice != null) {
            return Optional.of(Message.of(SourceReport.class, "row.key-twice", twice));
        }
        if (!nameIsText || name == null || name.isBlank()) {
            return Optional.of(Message.of(SourceReport.class, nameIsText ? "row.no-name" : "row.name-no-text"));
        }
        if (name.length() > MAX_NAME) {
            return Optional.of(Message.of(SourceReport.class, "row.name-too-long", MAX_NAME));
        }
        if (timestamp == null) {
            return Optional.of(Message.of(SourceReport.class, "row.no-timestamp"));
        }
        if (duration == null) {
            return Optional.of(Message.of(SourceReport.class, "row.no-duration"));
        }
        if (timestamp.compareTo(BigDecimal.valueOf(FIRST_MILLIS)) < 0
                || timestamp.compareTo(BigDecimal.valueOf(LAST_MILLIS + 1)) >= 0) {
            return Optional.of(Message.of(SourceReport.class, "row.no-epoch"));
        }
        if (duration.signum() < 0 || duration.compareTo(LONGEST_SECONDS) > 0) {
            return Optional.of(Message.of(SourceReport.class, duration.signum() < 0 ? "row.negative" : "row.too-long"));
        }
        return errorIsBoolean ? Optional.empty() : Optional.of(Message.of(SourceReport.class, "row.error-no-boolean"));
    }

    String name() {
        return name == null ? "" : name;
    }

    long timestampMillis() {
        return timestamp == null ? 0 : timestamp.longValue();
    }

    /** The duration at nanosecond resolution, half to even. */
    long durationNanos() {
        return duration == null
                ? 0
                : duration.movePointRight(9).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    boolean hasError() {
        return seen.contains("error");
    }

    boolean error() {
        return error;
    }

    /** The true number of requests of a transaction in a minute, if this row is a metric that says so. */
    Optional<TrueCount> trueCount() {
        if (timesliceName == null || scoped || timestamp == null || endTimestamp == null || timesliceCount == null) {
            return Optional.empty();
        }
        return timesliceName.startsWith("WebTransaction/") || timesliceName.startsWith("OtherTransaction/")
                ? Optional.of(new TrueCount(
                        timesliceName, timestamp.longValue(), endTimestamp.longValue(), timesliceCount.longValue()))
                : Optional.empty();
    }

    /** How often a transaction ran between two instants, sampled or not. */
    record TrueCount(String transaction, long fromMillis, long toMillis, long count) {}

    /** A line that is JSON, but no row. */
    static final class NotARowException extends IOException implements LocalizedFailure {
        private static final long serialVersionUID = 1L;

        private final transient Message said;

        NotARowException(Message said) {
            super(said.english());
            this.said = said;
        }

        @Override
        public Message said() {
            return said;
        }
    }
}
