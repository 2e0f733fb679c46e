package io.github.sre4j.report.html;

import io.github.sre4j.telemetry.LatencySummary;
import java.time.Duration;

/**
 * The percentiles of an endpoint as dots against its threshold, on a logarithmic axis from a hundredth of the threshold to ten times as much; what
 * lies outside stands at the end.
 */
final class PercentilePicture {

    private static final int DECADE = 100;
    private static final int WIDTH = 3 * DECADE;

    private PercentilePicture() {}

    static void writeFrame(HtmlWriter html) {
        html.open("g", "id", "pc");
        html.open("path", "class", "zone", "d", "M200 0h100v20H200z").close();
        html.open("path", "class", "axis", "d", "M0 10h300M0 6v8M100 6v8M300 6v8")
                .close();
        html.open("path", "class", "limit", "d", "M200 0v20").close();
        html.close();
    }

    static void write(LatencySummary latency, Duration threshold, HtmlWriter html) {
        html.open("svg", "class", "pc", "viewBox", "-4 0 308 20");
        html.open("use", "href", "#pc").close();
        double median = x(latency.p50(), threshold);
        double longest = x(latency.max(), threshold);
        html.open("path", "d", "M" + number(median) + " 10H" + number(longest) + "M" + number(longest) + " 5v10")
                .close();
        dot(latency.p50(), "3", threshold, html);
        dot(latency.p90(), "3", threshold, html);
        dot(latency.p95(), "4.5", threshold, html);
        dot(latency.p99(), "3", threshold, html);
        html.close();
    }

    private static void dot(Duration percentile, String radius, Duration threshold, HtmlWriter html) {
        html.open("circle", "cx", number(x(percentile, threshold)), "cy", "10", "r", radius)
                .close();
    }

    private static double x(Duration duration, Duration threshold) {
        double times = duration.toNanos() / (double) threshold.toNanos();
        return times <= 0 ? 0 : Math.max(0, Math.min(WIDTH, DECADE * (2 + Math.log10(times))));
    }

    private static String number(double value) {
        return IntervalPicture.number(value);
    }
}
