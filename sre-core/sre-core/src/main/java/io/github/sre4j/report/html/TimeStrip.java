package io.github.sre4j.report.html;

import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.HourCounts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * When requests came, and when bad ones did: requests grow up from the line, bad requests down, each to a scale of its own, both from zero.
 *
 * <p>Cells are whole hours as the source counts them, put together where a window has more of them than a page can carry.
 */
final class TimeStrip {

    /** A week of hours. */
    private static final int FINE = 168;

    private static final int COARSE = 28;

    /** In levels; the page stretches them, and hours, to its own size. */
    private static final int UP = 14;

    private static final int DOWN = 10;

    private final Instant first;
    private final int hours;
    private final int cellHours;

    /** Cells of one hour for a window of a week. */
    static TimeStrip fine(Window window) {
        return new TimeStrip(window, FINE);
    }

    /** Cells of six hours for a window of a week. */
    static TimeStrip coarse(Window window) {
        return new TimeStrip(window, COARSE);
    }

    private TimeStrip(Window window, int mostCells) {
        this.first = window.from().truncatedTo(ChronoUnit.HOURS);
        Instant end = window.to().minusNanos(1).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        this.hours = (int) ChronoUnit.HOURS.between(first, end);
        this.cellHours = LongStream.of(1, 2, 3, 4, 6, 12, 24, 48, 168)
                .filter(size -> cells((int) size) <= mostCells)
                .mapToInt(size -> (int) size)
                .findFirst()
                .orElse(hours);
    }

    /** The class of a strip of that kind of bad requests, for which {@link PageRules} has the caption. */
    String className(SliKind kind) {
        return kind.id() + "-" + cellHours;
    }

    int cellHours() {
        return cellHours;
    }

    /** What the strips of a page share: the line of time, and where days (UTC) begin. */
    void writeFrame(HtmlWriter html) {
        StringBuilder days = new StringBuilder();
        Instant day =
                first.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        for (Instant at = day.plus(1, ChronoUnit.DAYS); hours(at) < hours; at = at.plus(1, ChronoUnit.DAYS)) {
            days.append('M').append(hours(at)).append(" 0v").append(UP + DOWN);
        }
        html.open("g", "id", "ts");
        html.shape(
                "path",
                "class",
                "days",
                "d",
                days.append('M')
                        .append("0 ")
                        .append(UP)
                        .append('h')
                        .append(hours)
                        .toString());
        html.close();
    }

    void write(List<HourCounts> counts, SliKind kind, HtmlWriter html) {
        long[] all = new long[cells(cellHours)];
        long[] bad = new long[all.length];
        for (HourCounts hour : counts) {
            long at = ChronoUnit.HOURS.between(first, hour.start());
            if (at >= 0 && at < hours) {
                all[(int) at / cellHours] += hour.counts().requests();
                bad[(int) at / cellHours] += hour.counts().tally(kind).bad();
            }
        }
        html.open("p", "class", className(kind));
        html.open("svg", "class", "ts", "viewBox", "0 0 " + hours + " " + (UP + DOWN), "preserveAspectRatio", "none");
        html.shape("use", "href", "#ts");
        html.shape("path", "class", "up", "d", skyline(all, -UP));
        if (LongStream.of(bad).anyMatch(count -> count > 0)) {
            html.shape("path", "class", "down", "d", skyline(bad, DOWN));
        }
        html.close().close();
    }

    /** One outline; cells of one height are drawn as one. */
    private String skyline(long[] counts, int height) {
        long most = Math.max(1, LongStream.of(counts).max().orElse(1));
        StringBuilder path = new StringBuilder("M0 " + UP);
        int level = 0;
        int drawn = 0;
        for (int i = 0; i < counts.length; i++) {
            int next = scaled(counts[i], most, height);
            if (next != level) {
                path.append(drawn < i ? "h" + (i - drawn) * cellHours : "")
                        .append('v')
                        .append(next - level);
                level = next;
                drawn = i;
            }
        }
        return path.append(level == 0 ? "z" : "H" + hours + "V" + UP + "z").toString();
    }

    /** What is not zero is seen. */
    private static int scaled(long count, long most, int height) {
        if (count == 0) {
            return 0;
        }
        int size = (int) Math.max(1, Math.round((double) Math.abs(height) * count / most));
        return height < 0 ? -size : size;
    }

    private int cells(int size) {
        return (hours + size - 1) / size;
    }

    private long hours(Instant at) {
        return ChronoUnit.HOURS.between(first, at);
    }
}
