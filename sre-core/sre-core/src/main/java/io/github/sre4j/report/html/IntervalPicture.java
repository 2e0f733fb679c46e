package io.github.sre4j.report.html;

import io.github.sre4j.assess.SliResult;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where the good share of an SLI lies against its objective: the 95 % interval as a bar, the observed share as a dot.
 *
 * <p>The axis is counted in t, the bad share as a multiple of what is allowed, and shows 1 / (1 + t): at the right end nothing is bad, in the
 * middle is the objective, ticks to its left are at 2, 5 and 10 times. So the objectives of all rows stand below each other whatever they are,
 * and nothing is too bad to be drawn.
 */
final class IntervalPicture {

    private static final int WIDTH = 96;

    private IntervalPicture() {}

    /** What all pictures share, to be referred to: the side that misses, and the line of the objective. */
    static void writeFrame(HtmlWriter html) {
        html.open("g", "id", "iv");
        html.shape("path", "class", "zone", "d", "M0 0h48v14H0z");
        html.shape("path", "class", "axis", "d", "M0 7h96");
        html.shape("path", "class", "tick", "d", "M32 4v6M16 4v6M8.7 4v6");
        html.shape("path", "class", "limit", "d", "M48 0v14");
        html.close();
    }

    static void write(SliResult sli, HtmlWriter html) {
        html.open("svg", "class", "iv");
        html.shape("use", "href", "#iv");
        double allowed = sli.sli().objective().allowedBadRatio();
        double from = x((1 - sli.interval().low()) / allowed);
        double to = x((1 - sli.interval().high()) / allowed);
        html.shape("path", "d", "M" + number(from) + " 7H" + number(to));
        html.shape("circle", "cx", number(x(sli.timesAllowed())));
        html.close();
    }

    private static double x(double timesAllowed) {
        return WIDTH / (1 + timesAllowed);
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
