package io.github.sre4j.source.internal.data;

import io.github.sre4j.source.internal.model.Lines;
import io.github.sre4j.source.internal.program.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of an entity that other rows stand behind.
 *
 * @param owner the entity, mapped superclass or embeddable that declares it
 * @param field the property
 * @param lines where it is mapped: on the field, or on the accessor
 * @param many whether it holds many
 * @param lazy whether it is loaded when it is read
 * @param planned whether a batch size or fetch mode is declared
 * @param target the entity it holds, or null for plain values
 * @param targetName simple name of what it holds
 * @param tables tables that are read for it, own names first
 * @param links columns that its rows are found by
 */
public record Association(
        Type owner,
        String field,
        Lines lines,
        boolean many,
        boolean lazy,
        boolean planned,
        @Nullable Type target,
        String targetName,
        Set<String> tables,
        Set<String> links) {

    /** Copies the sets. */
    public Association {
        tables = Set.copyOf(tables);
        links = Set.copyOf(links);
    }
}
