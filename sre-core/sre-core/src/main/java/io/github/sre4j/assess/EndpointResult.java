package io.github.sre4j.assess;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.EndpointMeasurement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint, judged.
 *
 * @param endpoint its name and label; labels are unique within an assessment
 * @param endpointClass the class whose thresholds it is held to
 * @param measurement what was measured
 * @param slis one result for each SLI of the class, in the class's order
 * @param verdict MISSED if an SLI is missed, else UNDECIDED if one is undecided, else MET; NO_DATA without events; WAIVED if all that would
 *     keep it from MET is waived
 * @param waiver the waiver that holds for it, or null
 */
public record EndpointResult(
        Endpoint endpoint,
        EndpointClass endpointClass,
        EndpointMeasurement measurement,
        List<SliResult> slis,
        Verdict verdict,
        @Nullable Waiver waiver) {

    /** Copies the list. */
    public EndpointResult {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(endpointClass, "endpointClass");
        Objects.requireNonNull(measurement, "measurement");
        Objects.requireNonNull(verdict, "verdict");
        slis = List.copyOf(slis);
    }

    /** The waiver that holds for it. */
    public Optional<Waiver> activeWaiver() {
        return Optional.ofNullable(waiver);
    }

    /** The SLIs with that verdict, in the class's order. */
    public List<SliResult> slis(Verdict wanted) {
        return slis.stream().filter(result -> result.verdict() == wanted).toList();
    }
}
