package io.github.sre4j.advisor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells whether a table is likely that of an entity or of a field, by the habits of naming. */
final class TableNameMatcher {

    private TableNameMatcher() {}

    /**
     * Whether rows of what a field holds are likely in a table.
     *
     * @param table the table, such as {@code order_items}
     * @param target simple name of what the field holds, such as {@code OrderItem}; may be empty
     * @param field the field, such as {@code items}; may be empty
     */
    static boolean holds(String table, String target, String field) {
        String plain = plain(table);
        return Stream.of(target, field)
                .map(TableNameMatcher::plain)
                .filter(name -> name.length() > 2)
                .flatMap(name -> forms(name).stream())
                .anyMatch(plain::endsWith);
    }

    /** Singular and plural; a table's name may have a prefix. */
    private static List<String> forms(String name) {
        String stem = name.endsWith("ies")
                ? name.substring(0, name.length() - 3) + "y"
                : name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        String many = stem.endsWith("y") ? stem.substring(0, stem.length() - 1) + "ies" : stem + "s";
        return List.of(name, stem, many, stem + "es");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
