package io.github.sre4j.trace.read;

import java.util.HashMap;
import java.util.Map;

/** Lets equal texts of one read share one object: names and statements repeat thousands of times. */
final class Interner {

    private static final int MAX_LENGTH = 8_192;
    private static final int MAX_TEXTS = 100_000;

    private final Map<String, String> texts = new HashMap<>();

    String of(String text) {
        if (text.length() > MAX_LENGTH || texts.size() >= MAX_TEXTS) {
            return text;
        }
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }
}
