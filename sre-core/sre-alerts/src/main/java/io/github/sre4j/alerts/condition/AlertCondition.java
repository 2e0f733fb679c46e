package io.github.sre4j.alerts.condition;

import io.github.sre4j.alerts.hcl.HclValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * NRQL alert condition with static thresholds. Immutable; {@link #builder(String, String)} makes one.
 *
 * @param address name of the resource within its module
 * @param policy reference to the policy's id
 * @param name title of the incidents
 * @param description text for whoever gets the incident
 * @param comments lines above the resource
 * @param runbook address of the runbook, null if there is none
 * @param enabled boolean or a reference to one
 * @param query NRQL, text or template
 * @param critical critical threshold
 * @param warning warning threshold, or null
 * @param windowSeconds aggregation window, in seconds
 * @param slideSeconds slide of a sliding window, in seconds, or null
 * @param aggregation time of the evaluation
 * @param delaySeconds delay or timer of the aggregation, in seconds
 * @param fillZero whether gaps count as 0
 * @param signalLoss reaction to a lost signal, or null
 */
public record AlertCondition(
        String address,
        String policy,
        String name,
        String description,
        List<String> comments,
        @Nullable HclValue runbook,
        HclValue enabled,
        HclValue query,
        Threshold critical,
        @Nullable Threshold warning,
        int windowSeconds,
        @Nullable Integer slideSeconds,
        Aggregation aggregation,
        int delaySeconds,
        boolean fillZero,
        @Nullable SignalLoss signalLoss) {

    /** Copies the list. */
    public AlertCondition {
        Objects.requireNonNull(query, "query");
        comments = List.copyOf(comments);
    }

    /** Returns the condition with another address. */
    public AlertCondition at(String newAddress) {
        return new AlertCondition(
                newAddress,
                policy,
                name,
                description,
                comments,
                runbook,
                enabled,
                query,
                critical,
                warning,
                windowSeconds,
                slideSeconds,
                aggregation,
                delaySeconds,
                fillZero,
                signalLoss);
    }

    /** Returns a builder. */
    public static Builder builder(String address, String name) {
        return new Builder(address, name);
    }

    /** Returns the query if it is plain text. */
    public Optional<String> queryText() {
        return query instanceof HclValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** Builder of a condition. Not thread-safe. */
    public static final class Builder {

        private final String address;
        private final String name;
        private final List<String> comments = new ArrayList<>();
        private String policy = "";
        private String description = "";
        private @Nullable HclValue runbook;
        private HclValue enabled = HclValue.truth(true);
        private @Nullable HclValue query;
        private @Nullable Threshold critical;
        private @Nullable Threshold warning;
        private int windowSeconds = 60;
        private @Nullable Integer slideSeconds;
        private Aggregation aggregation = Aggregation.EVENT_FLOW;
        private int delaySeconds = 120;
        private boolean fillZero;
        private @Nullable SignalLoss signalLoss;

        private Builder(String address, String name) {
            this.address = address;
            this.name = name;
        }

        /** Sets the reference to the policy's id. */
        public Builder policy(String reference) {
            policy = reference;
            return this;
        }

        /** Sets the description. */
        public Builder description(String text) {
            description = text;
            return this;
        }

        /** Adds a line above the resource. */
        public Builder comment(String line) {
            comments.add(line);
            return this;
        }

        /** Sets the address of the runbook. */
        public Builder runbook(HclValue value) {
            runbook = value;
            return this;
        }

        /** Sets whether the condition is evaluated. */
        public Builder enabled(HclValue value) {
            enabled = value;
            return this;
        }

        /** Sets the query. */
        public Builder query(String nrql) {
            query = HclValue.text(nrql);
            return this;
        }

        /** Sets the query with references in it. */
        public Builder query(HclValue template) {
            query = template;
            return this;
        }

        /** Sets the critical threshold. */
        public Builder critical(Threshold threshold) {
            critical = threshold;
            return this;
        }

        /** Sets the warning threshold. */
        public Builder warning(@Nullable Threshold threshold) {
            warning = threshold;
            return this;
        }

        /** Sets the window, and its slide if it slides. */
        public Builder window(int seconds, @Nullable Integer slide) {
            windowSeconds = seconds;
            slideSeconds = slide;
            return this;
        }

        /** Sets the time of the evaluation. */
        public Builder aggregation(Aggregation method, int seconds) {
            aggregation = method;
            delaySeconds = seconds;
            return this;
        }

        /** Counts gaps as 0. */
        public Builder fillZero() {
            fillZero = true;
            return this;
        }

        /** Sets the reaction to a lost signal. */
        public Builder signalLoss(SignalLoss reaction) {
            signalLoss = reaction;
            return this;
        }

        /**
         * Returns the condition.
         *
         * @throws NullPointerException without query or critical threshold
         */
        public AlertCondition build() {
            return new AlertCondition(
                    address,
                    policy,
                    name,
                    description,
                    comments,
                    runbook,
                    enabled,
                    Objects.requireNonNull(query, "query"),
                    Objects.requireNonNull(critical, "critical"),
                    warning,
                    windowSeconds,
                    slideSeconds,
                    aggregation,
                    delaySeconds,
                    fillZero,
                    signalLoss);
        }
    }
}
