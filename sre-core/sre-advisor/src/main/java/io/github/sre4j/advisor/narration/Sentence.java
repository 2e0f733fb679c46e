package io.github.sre4j.advisor.narration;

import java.util.List;
import java.util.Objects;

/**
 * A sentence with what it rests on.
 *
 * @param text the sentence, untrusted
 * @param facts ids of facts
 */
public record Sentence(String text, List<String> facts) {

    /** Copies the list. */
    public Sentence {
        Objects.requireNonNull(text, "text");
        facts = List.copyOf(facts);
    }
}
