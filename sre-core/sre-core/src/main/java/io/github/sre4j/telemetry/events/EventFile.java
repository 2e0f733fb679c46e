package io.github.sre4j.telemetry.events;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * One file of events.
 *
 * @param path where it is
 * @param name its name for people, relative to what was asked for
 * @param form how its rows are laid out
 * @param gzipped whether it is compressed
 * @param fileType the event type its name says: the part before the first dot, if it begins with a capital as event types do; else empty
 * @param declaredType the event type that the answer around the rows at hand declares; empty if none does
 */
record EventFile(
        Path path, String name, Form form, boolean gzipped, Optional<String> fileType, Optional<String> declaredType) {

    /** The event type of requests. */
    static final String REQUEST_TYPE = "Transaction";

    enum Form {
        /** One object a line. */
        LINES,
        /** One JSON document that holds rows in an array. */
        DOCUMENT
    }

    /** The file at that path; empty if its name is not one of an event file. */
    static Optional<EventFile> of(Path path, String name) {
        String file = path.getFileName().toString();
        String lower = file.toLowerCase(Locale.ROOT);
        boolean gzipped = lower.endsWith(".gz");
        String plain = gzipped ? lower.substring(0, lower.length() - ".gz".length()) : lower;
        Optional<Form> form = plain.endsWith(".ndjson") || plain.endsWith(".jsonl")
                ? Optional.of(Form.LINES)
                : plain.endsWith(".json") ? Optional.of(Form.DOCUMENT) : Optional.empty();
        return form.map(found -> new EventFile(path, name, found, gzipped, typeOf(file), Optional.empty()));
    }

    /** Returns the same file with what the answer around some of its rows declares. */
    EventFile declaring(Optional<String> type) {
        return type.equals(declaredType) ? this : new EventFile(path, name, form, gzipped, fileType, type);
    }

    /** Returns the event type of rows that name none: the one the answer declares, else the one the file's name says. */
    Optional<String> defaultType() {
        return declaredType.or(() -> fileType);
    }

    /** Returns true if a row without an event type and without marks may be a request: neither the file's name nor the answer says otherwise. */
    boolean mayHoldRequests() {
        return defaultType().filter(type -> !type.equals(REQUEST_TYPE)).isEmpty();
    }

    /** The name without compression, by which a file and its compressed copy are the same. */
    String plainName() {
        return gzipped ? name.substring(0, name.length() - ".gz".length()) : name;
    }

    private static Optional<String> typeOf(String file) {
        int dot = file.indexOf('.');
        String stem = dot < 0 ? file : file.substring(0, dot);
        return !stem.isEmpty() && Character.isUpperCase(stem.charAt(0)) ? Optional.of(stem) : Optional.empty();
    }
}
