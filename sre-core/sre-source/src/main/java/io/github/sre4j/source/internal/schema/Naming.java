package io.github.sre4j.source.internal.schema;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Names of tables and columns. All are compared in lower case, without schema and quotes. */
public final class Naming {

    private Naming() {}

    /** As databases compare it: {@code "Public"."Owners"} is {@code owners}. */
    public static String plain(String name) {
        return plainCase(name).toLowerCase(Locale.ROOT);
    }

    /** As Spring Boot's strategy makes it: {@code orderLines} becomes {@code order_lines}. */
    public static String snake(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i > 0 && c >= 'A' && c <= 'Z' && isLowerOrDigit(name.charAt(i - 1))) {
                snake.append('_');
            }
            snake.append(c == '.' ? '_' : c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** What Spring Boot's strategy, and what JPA's own, makes of a name; Spring Boot's first. */
    public static Set<String> variants(String name) {
        Set<String> all = new LinkedHashSet<>();
        all.add(snake(plainCase(name)));
        all.add(plain(name));
        return all;
    }

    private static String plainCase(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.') {
                bare.setLength(0);
            } else if (c != '`' && c != '"' && c != '[' && c != ']') {
                bare.append(c);
            }
        }
        return bare.toString();
    }
}
