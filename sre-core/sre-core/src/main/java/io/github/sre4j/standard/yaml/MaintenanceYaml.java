package io.github.sre4j.standard.yaml;

import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.MaintenanceWindow;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the maintenance windows of a product. Each has a beginning, an end and a reason, as a waiver has. */
final class MaintenanceYaml {

    /** What takes longer is no maintenance but a time in which the service is another one. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private MaintenanceYaml() {}

    static List<MaintenanceWindow> read(Section top) {
        return top.sections("maintenance").stream()
                .flatMap(section -> window(section).stream())
                .toList();
    }

    private static Optional<MaintenanceWindow> window(Section section) {
        section.allowOnly("from", "to", "reason");
        Optional<Instant> from =
                section.requiredParsed("from", Message.of(StandardYaml.class, "give-from"), Values::instant);
        Optional<Instant> to = section.requiredParsed("to", Message.of(StandardYaml.class, "give-to"), Values::instant);
        Optional<String> reason =
                section.requiredParsed("reason", Message.of(StandardYaml.class, "say-why"), WaiverRules::reason);
        if (from.isEmpty() || to.isEmpty() || reason.isEmpty()) {
            return Optional.empty();
        }
        if (!to.get().isAfter(from.get())) {
            section.problem("to", Message.of(StandardYaml.class, "maintenance-backwards"));
            return Optional.empty();
        }
        if (Duration.between(from.get(), to.get()).compareTo(LONGEST) > 0) {
            section.problem("to", Message.of(StandardYaml.class, "maintenance-too-long", LONGEST.toDays()));
            return Optional.empty();
        }
        return Optional.of(new MaintenanceWindow(new Window(from.get(), to.get()), reason.get()));
    }
}
