package io.github.sre4j.telemetry.provider;

import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import java.util.List;
import java.util.Objects;

/** A capability: shows what a check would find, at a fraction of its cost. An implementation need not be thread-safe. */
public interface ServiceProbe {

    /**
     * One finding.
     *
     * @param label one to three words
     * @param text what was found
     */
    record Finding(Message label, Message text) {

        /** Validates the components. */
        public Finding {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Returns what a check with this plan would find.
     *
     * @throws TelemetryException if a check could not work; its message is one sentence for people
     */
    List<Finding> probe(MeasurementPlan plan) throws TelemetryException;
}
