package io.github.sre4j.source.internal.model;

import java.util.List;

/**
 * One source file.
 *
 * @param packageName empty for the unnamed package
 * @param imports as written: {@code java.util.List}, {@code com.acme.*}, {@code static com.acme.Paths.ORDERS}
 * @param types all types, nested ones included
 */
public record FileFacts(String packageName, List<String> imports, List<TypeFacts> types) {

    /** Copies the lists. */
    public FileFacts {
        imports = List.copyOf(imports);
        types = List.copyOf(types);
    }
}
