package io.github.sre4j.telemetry.events;

import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Rejections;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that was collected from all files. */
record CollectedEvents(
        List<NameTable.Entry<EndpointTally>> endpoints,
        List<String> apps,
        Map<String, Long> otherTypes,
        Map<String, Long> trueCounts,
        Rejections rejections,
        boolean saysError,
        long inside,
        long outside,
        long excluded,
        long otherApp,
        long firstMillis,
        long lastMillis) {

    /** From the first to just after the last request event. */
    Optional<Window> seen() {
        return inside + outside + excluded == 0
                ? Optional.empty()
                : Optional.of(new Window(Instant.ofEpochMilli(firstMillis), Instant.ofEpochMilli(lastMillis + 1)));
    }
}
