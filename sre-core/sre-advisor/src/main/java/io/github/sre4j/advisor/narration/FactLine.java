package io.github.sre4j.advisor.narration;

import java.util.Objects;

/**
 * A fact as a model sees it.
 *
 * @param id {@code F1}, {@code F2}, …
 * @param text one sentence
 */
public record FactLine(String id, String text) {

    /** Refuses null. */
    public FactLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
    }
}
