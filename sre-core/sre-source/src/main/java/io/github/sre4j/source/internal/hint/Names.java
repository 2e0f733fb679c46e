package io.github.sre4j.source.internal.hint;

import io.github.sre4j.code.SourceName;
import io.github.sre4j.source.internal.client.RemoteCall;
import io.github.sre4j.source.internal.data.Access;
import io.github.sre4j.source.internal.data.Association;
import io.github.sre4j.source.internal.data.DataAccess;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Type;
import java.util.EnumMap;
import java.util.Map;

/** Names of the code for proposals. */
final class Names {

    private Names() {}

    static Map<SourceName, String> of(Method enclosing) {
        Map<SourceName, String> names = new EnumMap<>(SourceName.class);
        names.put(SourceName.ENCLOSING_METHOD, enclosing.name());
        return names;
    }

    static void put(Map<SourceName, String> names, Access access, DataAccess data) {
        names.put(SourceName.REPOSITORY, access.repository());
        names.put(SourceName.REPOSITORY_METHOD, access.method());
        if (!access.entities().isEmpty()) {
            Type entity = access.entities().get(0);
            names.put(SourceName.ENTITY, entity.simpleName());
            data.table(entity).ifPresent(table -> names.put(SourceName.TABLE, table));
        } else if (!access.tables().isEmpty()) {
            names.put(SourceName.TABLE, access.tables().iterator().next());
        }
        if (!access.filters().isEmpty() && !access.filters().get(0).column().isEmpty()) {
            names.put(SourceName.COLUMN, access.filters().get(0).column());
        }
    }

    static void put(Map<SourceName, String> names, RemoteCall call) {
        names.put(SourceName.CLIENT, call.client());
        names.put(SourceName.CLIENT_METHOD, call.clientMethod());
    }

    /** The association; a column of the query that loads its owner would mislead. */
    static void put(Map<SourceName, String> names, Type entity, Association association, DataAccess data) {
        names.remove(SourceName.COLUMN);
        names.put(SourceName.ENTITY, entity.simpleName());
        names.put(SourceName.FIELD, association.field());
        names.put(SourceName.TARGET, association.targetName());
        data.table(entity).ifPresent(table -> names.put(SourceName.TABLE, table));
    }
}
