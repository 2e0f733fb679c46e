package io.github.sre4j.examples.faults;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An injected fault, and where it lies.
 *
 * @param type its kind
 * @param service the faulty service
 * @param endpoint the faulty endpoint, or null if all are
 * @param position step before which the code leaves its course, or -1
 * @param instance the faulty instance, or -1 for all
 * @param size factor of processor time, or delay in milliseconds
 * @param probability that an execution is hit
 * @param before steps of the endpoint that still run
 * @param after steps that no longer run
 */
record Fault(
        Type type,
        String service,
        @Nullable String endpoint,
        int position,
        int instance,
        double size,
        double probability,
        List<Step> before,
        List<Step> after) {

    enum Type {
        WRONG_RETURN,
        EXCEPTION,
        CPU,
        NETWORK,
        NONE
    }

    static final Fault NONE = new Fault(Type.NONE, "", null, -1, -1, 0, 0, List.of(), List.of());

    boolean hits(Type asked, String asking) {
        return type == asked && service.equals(asking);
    }
}
