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

    private static final int WIDTH = 672;
    private static final int LINE = 28;
    private static final int UP = 26;
    private static final int DOWN = 18;
    private static final int HEIGHT = LINE + DOWN + 2;

    private final Instant first;
    private final int hours;
    private final int cellHours;

    /**
     * The strip of a window.
     *
     * @param window the window
     * @param mostCells how many cells it may have
     */
    TimeStrip(Window window, int mostCells) {
        this.first = window.from().truncatedTo(ChronoUnit.HOURS);
        Instant end = window.to().minusNanos(1).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        this.hours = (int) ChronoUnit.HOURS.between(first, end);
        this.cellHours = LongStream.of(1, 2, 3, 4, 6, 12, 24, 48, 168)
                .filter(size -> cells((int) size) <= mostCells)
                .mapToInt(size -> (int) size)
                .findFirst()
                .orElse(hours);
    }

    int cellHours() {
        return cellHours;
    }

    /** What the strips of a page share: the line of time, and where days (UTC) begin. */
    void writeFrame(HtmlWriter html) {
        StringBuilder days = new StringBuilder();
        Instant day =
                first.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        for (Instant at = day.plus(1, ChronoUnit.DAYS); x(at) < WIDTH; at = at.plus(1, ChronoUnit.DAYS)) {
            days.append('M').append(x(at)).append(" 0v").append(HEIGHT);
        }
        html.open("g", "id", "ts");
        html.open("path", "class", "days", "d", days.isEmpty() ? "M0 0" : days.toString())
                .close();
        html.open("path", "class", "axis", "d", "M0 " + LINE + "h" + WIDTH).close();
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
        html.open("svg", "class", "ts", "viewBox", "0 0 " + WIDTH + " " + HEIGHT);
        html.open("use", "href", "#ts").close();
        html.open("path", "class", "up", "d", skyline(all, -UP)).close();
        if (LongStream.of(bad).anyMatch(count -> count > 0)) {
            html.open("path", "class", "down", "d", skyline(bad, DOWN)).close();
        }
        html.close();
    }

    /** One outline; cells of one height are drawn as one. */
    private String skyline(long[] counts, int height) {
        long most = Math.max(1, LongStream.of(counts).max().orElse(1));
        StringBuilder path = new StringBuilder("M0 " + LINE);
        int level = 0;
        int drawn = 0;
        for (int i = 0; i < counts.length; i++) {
            int next = scaled(counts[i], most, height);
            if (next != level) {
                path.append(drawn < i ? "H" + x(i) : "").append('v').append(next - level);
                level = next;
                drawn = i;
            }
        }
        return path.append(level == 0 ? "z" : "H" + WIDTH + "V" + LINE + "z").toString();
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

    private int x(int cell) {
        return (int) Math.round((double) WIDTH * cell * cellHours / hours);
    }

    private int x(Instant at) {
        return (int) Math.round((double) WIDTH * ChronoUnit.HOURS.between(first, at) / hours);
    }
}
