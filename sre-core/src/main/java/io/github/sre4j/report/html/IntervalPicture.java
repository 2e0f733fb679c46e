package io.github.sre4j.report.html;

import io.github.sre4j.assess.SliResult;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where the good share of an SLI lies against its objective: the 95 % interval as a bar, the observed share as a dot.
 *
 * <p>The axis is linear and the same for every SLI when counted in what is allowed: at the right end nothing is bad, two thirds along is the
 * objective, at the left end three times as much is bad as allowed. What lies beyond the left end is cut, and marked by an arrow. So the lines of
 * all rows stand below each other, whatever their objectives.
 */
final class IntervalPicture {

    private static final int WIDTH = 96;
    private static final int MIDDLE = 7;
    private static final double TIMES_SHOWN = 3;

    private IntervalPicture() {}

    /** What all pictures share, to be referred to: the side that misses, and the line of the objective. */
    static void writeFrame(HtmlWriter html) {
        html.open("g", "id", "iv");
        html.open("path", "class", "zone", "d", "M0 0h64v14H0z").close();
        html.open("path", "class", "axis", "d", "M0 7h96").close();
        html.open("path", "class", "limit", "d", "M64 0v14").close();
        html.close();
    }

    static void write(SliResult sli, HtmlWriter html) {
        html.open("svg", "class", "iv " + Words.id(sli.verdict()), "viewBox", "0 0 96 14");
        html.open("use", "href", "#iv").close();
        double allowed = sli.sli().objective().allowedBadRatio();
        double from = x((1 - sli.interval().low()) / allowed);
        double to = x((1 - sli.interval().high()) / allowed);
        double observed = x(sli.timesAllowed());
        html.open("path", "d", "M" + number(Math.max(0, from)) + " 7H" + number(Math.max(2, to)))
                .close();
        if (observed < 0) {
            html.open("path", "class", "beyond", "d", "M5 2L1 7l4 5").close();
        } else {
            html.open("circle", "cx", number(observed), "cy", String.valueOf(MIDDLE), "r", "3")
                    .close();
        }
        html.close();
    }

    private static double x(double timesAllowed) {
        return WIDTH * (1 - timesAllowed / TIMES_SHOWN);
    }

    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
