package io.github.sre4j.telemetry.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a row of a browser agent tells of a visit. Not thread-safe. */
final class PageRow {

    static final String PAGE_VIEW = "PageView";
    static final String ACTION = "PageAction";
    static final String INTERACTION = "BrowserInteraction";

    private @Nullable String eventType;
    private @Nullable String type;
    private @Nullable String app;
    private @Nullable String session;
    private @Nullable String category;
    private double timestamp = Double.NaN;
    private double duration = Double.NaN;

    private PageRow() {}

    /** Reads the object that the parser has just entered, up to its end. */
    static PageRow of(JsonParser parser) throws IOException {
        PageRow row = new PageRow();
        for (JsonToken token = StrictRow.firstKey(parser); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (key) {
                case "eventType" -> row.eventType = text(parser, value);
                case "type" -> row.type = text(parser, value);
                case "appName" -> row.app = text(parser, value);
                case "session" -> row.session = text(parser, value);
                case "category" -> row.category = text(parser, value);
                case "timestamp" -> row.timestamp = number(parser, value);
                case "duration" -> row.duration = number(parser, value);
                default -> {}
            }
            parser.skipChildren();
        }
        return row;
    }

    private static @Nullable String text(JsonParser parser, JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? parser.getText() : null;
    }

    private static double number(JsonParser parser, JsonToken value) throws IOException {
        return value.isNumeric() ? parser.getDoubleValue() : Double.NaN;
    }

    /** Its event type, if it is one of the three that tell of visits. */
    boolean is(String wanted, EventFile file) {
        return Optional.ofNullable(eventType != null ? eventType : type)
                .or(file::defaultType)
                .filter(wanted::equals)
                .isPresent();
    }

    Optional<String> app() {
        return Optional.ofNullable(app);
    }

    Optional<String> session() {
        return Optional.ofNullable(session).filter(text -> !text.isBlank());
    }

    /** An interaction that leads on: the first one of a page is its loading. */
    boolean isRouteChange() {
        return "Route change".equals(category);
    }

    boolean hasTime() {
        return timestamp >= 0;
    }

    long timestampMillis() {
        return (long) timestamp;
    }

    /** How long the page took to load, in seconds; NaN if it does not say. */
    double duration() {
        return duration;
    }
}
