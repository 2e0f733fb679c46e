package io.github.sre4j.lint;

import static io.github.sre4j.lint.Findings.quoted;

import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.StricterTarget;
import io.github.sre4j.standard.yaml.Place;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations that nobody means. */
final class DurationUnitCheck {

    /** Nobody waits a minute for an answer; a number of milliseconds written with {@code s} is at least that long. */
    static final Duration LONG = Duration.ofMinutes(1);

    /** Less than a round trip on a wide-area network; a number of seconds written with {@code ms} is shorter. */
    static final Duration SHORT = Duration.ofMillis(5);

    /** Traffic of a service repeats by day and by week; a part of a day judges night or noon alone. */
    static final Duration DAY = Duration.ofDays(1);

    /** How long New Relic keeps one-minute data ("View and manage data retention"); after that hours. */
    static final Duration MINUTES_KEPT = Duration.ofDays(8);

    private DurationUnitCheck() {}

    static void ofStandard(Standard standard, @Nullable Duration newRelicWindow, Places places, Findings found) {
        for (int i = 0; i < standard.classes().size(); i++) {
            EndpointClass each = standard.classes().get(i);
            if (places.isOwn(i) && each.latency().isPresent()) {
                Place at = places.inStandard("classes[" + i + "].latency.within");
                threshold(each.name(), each.latency().get(), at, found);
            }
        }
        if (standard.window().compareTo(DAY) < 0) {
            found.say(
                    LintRule.WINDOW_SHORT,
                    places.inStandard("window"),
                    found.formats().duration(standard.window()));
        }
        if (newRelicWindow != null && newRelicWindow.compareTo(MINUTES_KEPT) > 0) {
            found.say(
                    LintRule.WINDOW_BEYOND_MINUTES,
                    newRelicWindow.equals(standard.window()) ? places.inStandard("window") : null,
                    found.formats().duration(newRelicWindow));
        }
    }

    static void ofProduct(Product product, Places places, Findings found) {
        for (int i = 0; i < product.stricter().size(); i++) {
            StricterTarget each = product.stricter().get(i);
            Place at = places.inProduct("stricter[" + i + "].latency.within");
            each.slis().stream()
                    .filter(LatencySli.class::isInstance)
                    .map(LatencySli.class::cast)
                    .forEach(latency -> threshold(each.className(), latency, at, found));
        }
    }

    private static void threshold(String name, LatencySli latency, @Nullable Place at, Findings found) {
        boolean tooLong = latency.threshold().compareTo(LONG) >= 0;
        if (tooLong || latency.threshold().compareTo(SHORT) < 0) {
            found.say(
                    tooLong ? LintRule.THRESHOLD_LONG : LintRule.THRESHOLD_SHORT,
                    at,
                    quoted(name),
                    found.formats().exactDuration(latency.threshold()));
        }
    }
}
