package io.github.sre4j.trace.render;

import org.jspecify.annotations.Nullable;

/** How text from telemetry is written in one place. */
public interface Style {

    /** A name, such as a class or a statement: shown as code. */
    String name(String untrusted);

    /** A sentence, such as a message: shown as a quotation. */
    String words(String untrusted);

    /**
     * A place in source code.
     *
     * @param untrusted class, method, file and line
     * @param url its permalink, untrusted, or null
     */
    default String place(String untrusted, @Nullable String url) {
        return name(untrusted);
    }

    /** A number with its unit, which a line break should not part. */
    default String value(String text) {
        return text;
    }

    /** Words of our own. */
    default String own(String text) {
        return text;
    }
}
