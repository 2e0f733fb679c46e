package io.github.sre4j.code;

import java.util.List;
import java.util.Objects;

/**
 * An answer to the question for an index that serves the filter of a statement, by the product's own files. The database itself may have others.
 *
 * @param state the answer
 * @param table the filtered table; empty if unknown
 * @param columns for {@link State#MISSING} the columns that an index needs, in order; for {@link State#PRESENT} the column or expression that leads one; for {@link
 *     State#NOT_USABLE} the expression that a plain index does not serve; empty if unknown
 * @param declaredIn the file or entity that declares the index; empty if there is none
 */
public record FilterIndex(State state, String table, List<String> columns, String declaredIn) {

    /** Nothing is known of an index. */
    public static final FilterIndex UNKNOWN = new FilterIndex(State.UNKNOWN, "", List.of(), "");

    /** Answers to the question for an index. */
    public enum State {
        /** The files declare the table with these columns and no index that begins with one of them. */
        MISSING,
        /** The files declare an index, or a key, that begins with a filtered column. */
        PRESENT,
        /** No index is declared, and the filter is one that a plain index does not serve: a function, a pattern, a negation. */
        NOT_USABLE,
        /** The statement or the table is not known well enough. */
        UNKNOWN
    }

    /** Copies the list. */
    public FilterIndex {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(declaredIn, "declaredIn");
        columns = List.copyOf(columns);
    }
}
