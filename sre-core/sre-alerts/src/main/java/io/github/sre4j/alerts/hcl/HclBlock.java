package io.github.sre4j.alerts.hcl;

import java.util.ArrayList;
import java.util.List;

/**
 * Block with its labels and content, such as {@code resource "newrelic_alert_policy" "orders" { … }}. Immutable.
 *
 * @param type first word
 * @param labels quoted words after it
 * @param comments lines above the block, without their number signs
 * @param content arguments and nested blocks in their order
 */
public record HclBlock(String type, List<String> labels, List<String> comments, List<Content> content) {

    /** Copies the lists. */
    public HclBlock {
        labels = List.copyOf(labels);
        comments = List.copyOf(comments);
        content = List.copyOf(content);
    }

    /** Part of a block's body. */
    public sealed interface Content {}

    /**
     * Argument.
     *
     * @param name left side
     * @param value right side
     */
    public record Argument(String name, HclValue value) implements Content {}

    /**
     * Nested block.
     *
     * @param block the block; its labels and comments are written, too
     */
    public record Nested(HclBlock block) implements Content {}

    /** Returns a builder of a block. */
    public static Builder of(String type, String... labels) {
        return new Builder(type, List.of(labels));
    }

    /** Returns the address of a resource or data source within its module, such as {@code newrelic_alert_policy.orders}. */
    public String address() {
        return (type.equals("data") ? "data." : "") + String.join(".", labels);
    }

    /** Builder of a block. Not thread-safe. */
    public static final class Builder {

        private final String type;
        private final List<String> labels;
        private final List<String> comments = new ArrayList<>();
        private final List<Content> content = new ArrayList<>();

        private Builder(String type, List<String> labels) {
            this.type = type;
            this.labels = labels;
        }

        /** Adds a line above the block. */
        public Builder comment(String line) {
            comments.add(line);
            return this;
        }

        /** Adds an argument. */
        public Builder set(String name, HclValue value) {
            content.add(new Argument(name, value));
            return this;
        }

        /** Adds an argument with quoted text. */
        public Builder set(String name, String value) {
            return set(name, HclValue.text(value));
        }

        /** Adds an argument with a number. */
        public Builder set(String name, long value) {
            return set(name, HclValue.number(value));
        }

        /** Adds an argument with a boolean. */
        public Builder set(String name, boolean value) {
            return set(name, HclValue.truth(value));
        }

        /** Adds a nested block. */
        public Builder nest(Builder block) {
            content.add(new Nested(block.build()));
            return this;
        }

        /** Returns the block. */
        public HclBlock build() {
            return new HclBlock(type, labels, comments, content);
        }
    }
}
