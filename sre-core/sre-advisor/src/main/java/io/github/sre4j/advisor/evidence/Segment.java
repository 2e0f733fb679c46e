package io.github.sre4j.advisor.evidence;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of an endpoint's requests that the agent measures in every request: a statement, a host, a method.
 *
 * @param name the metric's name, untrusted, such as {@code Datastore/statement/H2/visits/select}
 * @param count how often it ran in the window
 * @param totalSeconds time from begin to end, summed
 * @param exclusiveSeconds time in no other segment, summed
 */
public record Segment(String name, long count, double totalSeconds, double exclusiveSeconds) {

    /** What a segment is. */
    public enum Kind {
        /** A statement. */
        DATASTORE,
        /** A call to another service. */
        EXTERNAL,
        /** Code of the application or of a framework. */
        CODE
    }

    /** Refuses null. */
    public Segment {
        Objects.requireNonNull(name, "name");
    }

    /** What it is. */
    public Kind kind() {
        return name.startsWith("Datastore/")
                ? Kind.DATASTORE
                : name.startsWith("External/") ? Kind.EXTERNAL : Kind.CODE;
    }

    /** Table and operation of a statement, lower case; empty for anything else. */
    public Optional<TableOperation> tableOperation() {
        String[] part = name.split("/", -1);
        return part.length == 5 && part[0].equals("Datastore") && part[1].equals("statement")
                ? Optional.of(new TableOperation(part[3].toLowerCase(Locale.ROOT), part[4].toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** The host of a call; empty for anything else. */
    public Optional<String> host() {
        String[] part = name.split("/", -1);
        return part.length >= 2 && part[0].equals("External") && !part[1].equals("all")
                ? Optional.of(part[1])
                : Optional.empty();
    }

    /** The sum of both, which have the same name. */
    public Segment plus(Segment other) {
        return new Segment(
                name,
                count + other.count,
                totalSeconds + other.totalSeconds,
                exclusiveSeconds + other.exclusiveSeconds);
    }

    /**
     * What a statement does to what.
     *
     * @param table the table or collection
     * @param operation the verb
     */
    public record TableOperation(String table, String operation) {}
}
