package io.github.sre4j.source.internal.compiled;

import java.util.List;
import java.util.Map;

/**
 * What a class file holds.
 *
 * @param constants text constants by field
 * @param texts texts of annotations' attributes by {@link #key}
 * @param methods name of the method by line of code
 */
record CompiledClass(Map<String, String> constants, Map<String, List<String>> texts, Map<Integer, String> methods) {

    CompiledClass {
        constants = Map.copyOf(constants);
        texts = Map.copyOf(texts);
        methods = Map.copyOf(methods);
    }

    static String key(String method, int parameters, String annotation, String attribute) {
        return method + "/" + parameters + "@" + annotation + "." + attribute;
    }
}
