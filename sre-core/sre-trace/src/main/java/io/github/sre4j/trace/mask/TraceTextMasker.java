package io.github.sre4j.trace.mask;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Masks single texts, the same value the same way in all of them, for what looks at more than one trace. Not thread-safe.
 */
public final class TraceTextMasker {

    private final TextMask texts = new TextMask();
    private final Map<String, String> statements = new HashMap<>();

    /** Starts without placeholders. */
    public TraceTextMasker() {}

    /** A message, name or value. */
    public String text(String text) {
        return texts.of(text);
    }

    /** A statement without its values, in one form for all of its kind. */
    public String statement(String text, @Nullable String system) {
        return statements.computeIfAbsent(text, sql -> texts.of(StatementMask.of(sql, system)));
    }

    /** The template of a path. */
    public String path(String path) {
        return texts.of(UrlMask.path(path));
    }
}
