package io.github.sre4j.maven.source.data;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Names of tables and columns. All are compared in lower case, without schema and quotes. */
final class Naming {

    private Naming() {}

    /** As databases compare it: {@code "Public"."Owners"} is {@code owners}. */
    static String plain(String name) {
        String bare = name.replaceAll("[`\"\\[\\]]", "");
        return bare.substring(bare.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** As Spring Boot's strategy makes it: {@code orderLines} becomes {@code order_lines}. */
    static String snake(String name) {
        return name.replace('.', '_').replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** What Spring Boot's strategy, and what JPA's own, makes of a name; Spring Boot's first. */
    static Set<String> variants(String name) {
        Set<String> all = new LinkedHashSet<>();
        all.add(snake(plainCase(name)));
        all.add(plain(name));
        return all;
    }

    private static String plainCase(String name) {
        String bare = name.replaceAll("[`\"\\[\\]]", "");
        return bare.substring(bare.lastIndexOf('.') + 1);
    }
}
