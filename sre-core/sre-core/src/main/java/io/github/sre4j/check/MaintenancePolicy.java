package io.github.sre4j.check;

import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.MaintenanceWindow;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which maintenance windows apply to a check. One that would hide more of the window than the standard allows, together with those before it, does not apply.
 *
 * @param window the window of the check
 * @param applied those that apply, as far as they are inside the window
 * @param refused those that do not, with the share that they would hide
 */
record MaintenancePolicy(Window window, List<MaintenanceWindow> applied, List<Refused> refused) {

    /**
     * A window that does not apply.
     *
     * @param maintenance the window
     * @param share the share of the checked window that it would hide with those before it
     * @param limit the share that the standard allows
     */
    record Refused(MaintenanceWindow maintenance, double share, double limit) {}

    static MaintenancePolicy of(Window window, List<MaintenanceWindow> declared, double limit) {
        List<MaintenanceWindow> applied = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (MaintenanceWindow each : declared) {
            Instant from = later(each.window().from(), window.from());
            Instant to =
                    each.window().to().isBefore(window.to()) ? each.window().to() : window.to();
            if (!from.isBefore(to)) {
                continue;
            }
            List<MaintenanceWindow> with = new ArrayList<>(applied);
            with.add(new MaintenanceWindow(new Window(from, to), each.reason()));
            double share = hidden(with).toMillis() / (double) window.length().toMillis();
            if (share > limit) {
                refused.add(new Refused(each, share, limit));
            } else {
                applied = with;
            }
        }
        return new MaintenancePolicy(window, applied, refused);
    }

    /** Returns the times that are not measured, in order and apart from each other. */
    List<Window> excluded() {
        return merged(applied);
    }

    /** Returns what is said of the windows, applied or not. */
    List<Message> notes(Measurements measured) {
        List<Message> notes = new ArrayList<>();
        for (MaintenanceWindow each : applied) {
            notes.add(message(
                    "maintenance", each.window().from(), each.window().to(), TextEscaping.forTerminal(each.reason())));
        }
        long all = measured.requests() + measured.excludedRequests();
        if (!applied.isEmpty() && all > 0) {
            notes.add(message(
                    "maintenance.share",
                    measured.excludedRequests(),
                    Math.round(1000.0 * measured.excludedRequests() / all) / 10.0));
        }
        for (Refused each : refused) {
            notes.add(message(
                    "maintenance.refused",
                    each.maintenance().window().from(),
                    each.maintenance().window().to(),
                    TextEscaping.forTerminal(each.maintenance().reason()),
                    Math.round(1000 * each.share()) / 10.0,
                    Math.round(1000 * each.limit()) / 10.0));
        }
        return notes;
    }

    private static Duration hidden(List<MaintenanceWindow> windows) {
        return merged(windows).stream().map(Window::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Window> merged(List<MaintenanceWindow> windows) {
        List<Window> merged = new ArrayList<>();
        windows.stream()
                .map(MaintenanceWindow::window)
                .sorted(Comparator.comparing(Window::from))
                .forEach(each -> {
                    int last = merged.size() - 1;
                    if (last >= 0 && !each.from().isAfter(merged.get(last).to())) {
                        merged.set(
                                last,
                                new Window(
                                        merged.get(last).from(),
                                        later(merged.get(last).to(), each.to())));
                    } else {
                        merged.add(each);
                    }
                });
        return merged;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(MaintenancePolicy.class, key, arguments);
    }
}
