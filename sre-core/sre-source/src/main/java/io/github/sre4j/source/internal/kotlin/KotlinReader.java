package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.model.FileFacts;

/** Reads the declarations of Kotlin files with what their bodies do; nothing is compiled, so types are known only where they are written. */
public final class KotlinReader {

    private KotlinReader() {}

    /**
     * Reads a file.
     *
     * @param text its text
     * @param baseName its name without folders and ending, which names the class of its functions: {@code Tools} for {@code ToolsKt}
     */
    public static FileFacts read(String text, String baseName) {
        return new KotlinDeclarations(new KotlinCursor(KotlinLexer.tokens(text)), baseName).file();
    }
}
