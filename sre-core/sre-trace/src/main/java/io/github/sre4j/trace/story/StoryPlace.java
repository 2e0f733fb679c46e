package io.github.sre4j.trace.story;

import io.github.sre4j.trace.place.SourcePlace;
import java.util.List;
import java.util.Objects;

/**
 * A fact of a story in the product's source code.
 *
 * @param kind its kind
 * @param fact the fact: a span, an error, a finding or a log line
 * @param places the places that fit best and equally well, at least one
 */
public record StoryPlace(Kind kind, Fact fact, List<SourcePlace> places) {

    /** Copies the list. */
    public StoryPlace {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(fact, "fact");
        places = List.copyOf(places);
    }

    /** Kinds of places. */
    public enum Kind {
        /** The method that handles the request of a span. */
        HANDLER("handler"),
        /** The first line of the application in the stack trace of an error. */
        FRAME("frame"),
        /** The method that a span names. */
        CODE("code"),
        /** The code that runs a database statement. */
        STATEMENT("statement"),
        /** The code that makes a call. */
        CALL("call"),
        /** The statement that wrote a log line. */
        LOG("log");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** Returns the id in files and of texts. */
        public String id() {
            return id;
        }
    }
}
