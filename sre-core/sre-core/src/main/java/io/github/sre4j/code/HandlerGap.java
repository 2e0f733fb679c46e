package io.github.sre4j.code;

import io.github.sre4j.text.Texts;
import java.util.Locale;
import java.util.Objects;

/**
 * The reason why an endpoint has no certain handler in the sources.
 *
 * @param kind the reason
 * @param detail what the reason names: a file, {@code file:line}, a framework, or a number; empty if there is nothing to name
 */
public record HandlerGap(Kind kind, String detail) {

    /** Validates the components. */
    public HandlerGap {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    /** Returns the reason as a fragment in a language; its detail may come from telemetry and is escaped by the caller. */
    public String in(Texts texts) {
        return texts.of(HandlerGap.class).get("gap." + kind.key(), detail);
    }

    /** Reasons. */
    public enum Kind {
        /** Several handlers fit equally well; the detail is their number. */
        TIE,
        /** The name is no route, class or destination, so that no code can be told by it. */
        NAME_WITHOUT_ROUTE,
        /** A framework or library handles it; the detail is its name. */
        FRAMEWORK,
        /** The path occurs in a file that is not read; the detail is the file. */
        UNREAD_FILE,
        /** A mapping may be it, but a constant in its path is not known; the detail is file and line of the handler. */
        UNREADABLE_PATH,
        /** The mappings are in an interface that is not among the sources, usually generated; the detail is its name. */
        MISSING_INTERFACE,
        /** No route in the sources fits. */
        NO_ROUTE;

        /** Returns the name in keys of messages. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
