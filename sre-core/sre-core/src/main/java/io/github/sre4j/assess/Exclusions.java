package io.github.sre4j.assess;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.ExclusionReason;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.RequestTraits;
import java.util.Optional;

/**
 * Decides which names are no endpoints of users. A name alone proves little: where verbs, statuses and URIs are known, they decide.
 *
 * <p>A probe reads, so a name that is written to is an endpoint whatever it is called. What stands under a catch-all name is excluded as files only if it looks
 * like files; with errors it is judged like any endpoint, because no other place shows them.
 */
final class Exclusions {

    private Exclusions() {}

    /** Returns the reason to exclude a name; empty if it is judged. */
    static Optional<ExclusionReason> reason(Endpoint endpoint, EndpointMeasurement measurement) {
        Optional<ExclusionReason> byName = endpoint.notARequest();
        RequestTraits traits = measurement.traits();
        if (endpoint.isCatchAll()) {
            return ofCatchAll(byName, traits, measurement.whole().errors());
        }
        boolean readOnly = byName.filter(
                        reason -> reason == ExclusionReason.HEALTH_CHECK || reason == ExclusionReason.STATIC_RESOURCE)
                .isPresent();
        return readOnly && traits.isWriting() ? Optional.empty() : byName;
    }

    private static Optional<ExclusionReason> ofCatchAll(
            Optional<ExclusionReason> byName, RequestTraits traits, long errors) {
        if (errors > 0 || traits.serverErrors() > 0) {
            return Optional.empty();
        }
        boolean files = traits.isUnknown() || traits.isOfFiles();
        return files ? byName : Optional.of(ExclusionReason.NO_ROUTE);
    }

    /** Returns true if the requests of a name found no route, or none that the agent could name. */
    static boolean isUnrouted(Endpoint endpoint, EndpointMeasurement measurement) {
        if (!endpoint.isCatchAll()) {
            return endpoint.isUnrouted();
        }
        return reason(endpoint, measurement)
                .filter(reason -> reason != ExclusionReason.NO_ROUTE)
                .isEmpty();
    }
}
