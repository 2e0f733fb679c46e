package io.github.sre4j.report.html;

import io.github.sre4j.telemetry.LatencySummary;
import java.time.Duration;

/**
 * The percentiles of an endpoint as dots against its threshold, p95 as a taller one, up to the longest. The axis is logarithmic, from a hundredth
 * of the threshold to ten times as much; what lies outside stands at the end.
 */
final class PercentilePicture {

    private static final int DECADE = 80;
    private static final int MARGIN = 4;
    private static final int WIDTH = 3 * DECADE;

    private PercentilePicture() {}

    static void writeFrame(HtmlWriter html) {
        html.open("g", "id", "pc");
        html.shape("path", "class", "zone", "d", "M164 0h80v20h-80z");
        html.shape("path", "class", "axis", "d", "M4 10h240");
        html.shape("path", "class", "tick", "d", "M4 7v6M84 7v6M244 7v6");
        html.shape("path", "class", "limit", "d", "M164 0v20");
        html.close();
    }

    static void write(LatencySummary latency, Duration threshold, HtmlWriter html) {
        html.open("svg", "class", "pc");
        html.shape("use", "href", "#pc");
        long longest = x(latency.max(), threshold);
        html.shape("path", "d", "M" + x(latency.p50(), threshold) + " 10H" + longest + "M" + longest + " 5v10");
        // Lines without length, whose round ends make them dots.
        String dots = "M" + x(latency.p50(), threshold) + " 10h0M" + x(latency.p90(), threshold) + " 10h0M"
                + x(latency.p99(), threshold) + " 10h0M" + x(latency.p95(), threshold) + " 7v6";
        html.shape("path", "class", "o", "d", dots);
        html.close();
    }

    private static long x(Duration duration, Duration threshold) {
        double times = duration.toNanos() / (double) threshold.toNanos();
        return MARGIN + (times <= 0 ? 0 : Math.round(Math.max(0, Math.min(WIDTH, DECADE * (2 + Math.log10(times))))));
    }
}
