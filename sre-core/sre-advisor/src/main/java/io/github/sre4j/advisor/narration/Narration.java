package io.github.sre4j.advisor.narration;

import java.util.List;
import java.util.Objects;

/**
 * What a model said about a candidate, as far as it is grounded.
 *
 * @param rank the candidate's rank
 * @param sentences the sentences that are left; empty where the template text stands alone
 * @param outcome what became of the model's answer
 * @param dropped how many sentences were dropped
 * @param factsLeftOut facts that did not fit the cost cap
 * @param model the model
 * @param promptVersion the version of the prompt
 * @param tokens tokens used as the server says; 0 for an answer from the cache
 */
public record Narration(
        int rank,
        List<Sentence> sentences,
        Outcome outcome,
        int dropped,
        int factsLeftOut,
        String model,
        String promptVersion,
        long tokens) {

    /** What became of an answer. */
    public enum Outcome {
        /** The sentences stand. */
        TOLD("told"),
        /** Too many sentences were not grounded. */
        NOT_GROUNDED("not-grounded"),
        /** The answer was not of the form asked for. */
        NOT_READABLE("not-readable"),
        /** There was no answer in time. */
        NO_ANSWER("no-answer"),
        /** The cost cap was reached before. */
        TOO_EXPENSIVE("too-expensive");

        private final String id;

        Outcome(String id) {
            this.id = id;
        }

        /** The id in files. */
        public String id() {
            return id;
        }
    }

    /** Copies the list. */
    public Narration {
        sentences = List.copyOf(sentences);
        Objects.requireNonNull(outcome, "outcome");
    }
}
