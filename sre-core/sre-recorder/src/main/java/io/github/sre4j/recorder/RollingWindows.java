package io.github.sre4j.recorder;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The last minute, five minutes, hour and day of a recorder, in memory that does not grow with time: intervals are merged into longer ones as
 * they age, so that a day is never more than {@value #MOST_INTERVALS} of them.
 *
 * <pre>{@code
 * RollingWindows windows = RollingWindows.of(recorder);
 * executor.scheduleAtFixedRate(recorder::cut, 10, 10, TimeUnit.SECONDS);
 * …
 * long lastHour = windows.over(RollingWindow.HOUR).map(RecordedInterval::requests).orElse(0L);
 * }</pre>
 *
 * <p>Thread-safe. As fresh as the last cut. If nobody cuts for longer than a step, the interval is as long as the pause and counts as what it
 * is: its beginning and end are told.
 */
public final class RollingWindows implements IntervalListener {

    /** How many intervals there are at most if they are cut every ten seconds or more often. */
    public static final int MOST_INTERVALS = 60;

    /** From young to old; each holds what is younger than its window's length. */
    private final List<Tier> tiers = new ArrayList<>();

    /** Windows that nothing has been recorded in yet. */
    public RollingWindows() {
        for (RollingWindow window : RollingWindow.values()) {
            tiers.add(new Tier(window));
        }
    }

    /** The windows of that recorder, from its next cut on. */
    public static RollingWindows of(SliRecorder recorder) {
        RollingWindows windows = new RollingWindows();
        recorder.onInterval(windows);
        return windows;
    }

    @Override
    public synchronized void cut(RecordedInterval interval) {
        Objects.requireNonNull(interval, "interval");
        tiers.get(0).add(interval);
        for (int i = 0; i < tiers.size(); i++) {
            Tier older = i + 1 < tiers.size() ? tiers.get(i + 1) : null;
            for (RecordedInterval aged : tiers.get(i).agedAt(interval.to())) {
                if (older != null) {
                    older.add(aged);
                }
            }
        }
    }

    /** The intervals of a window, oldest first; none before the first cut. */
    public synchronized List<RecordedInterval> intervals(RollingWindow window) {
        List<RecordedInterval> all = new ArrayList<>();
        for (int i = tiers.size() - 1; i >= 0; i--) {
            all.addAll(tiers.get(i).intervals);
        }
        if (all.isEmpty()) {
            return all;
        }
        Instant since = all.get(all.size() - 1).to().minus(window.length());
        return all.stream().filter(each -> each.to().isAfter(since)).toList();
    }

    /** All that happened in a window, as one interval; empty before the first cut. */
    public Optional<RecordedInterval> over(RollingWindow window) {
        return intervals(window).stream().reduce(RecordedInterval::plus);
    }

    /** Intervals of one length, oldest first. */
    private static final class Tier {

        private final RollingWindow window;
        private final Deque<RecordedInterval> intervals = new ArrayDeque<>();

        private Tier(RollingWindow window) {
            this.window = window;
        }

        /** Adds an interval that begins after all others; one that begins in the same step as the last is merged with it. */
        private void add(RecordedInterval interval) {
            RecordedInterval last = intervals.peekLast();
            if (last != null && step(last) == step(interval)) {
                intervals.removeLast();
                intervals.addLast(last.plus(interval));
            } else {
                intervals.addLast(interval);
            }
        }

        /** Takes out what is too old for this tier. */
        private List<RecordedInterval> agedAt(Instant now) {
            List<RecordedInterval> aged = new ArrayList<>();
            Instant since = now.minus(window.length());
            for (RecordedInterval oldest = intervals.peekFirst();
                    oldest != null && !oldest.to().isAfter(since);
                    oldest = intervals.peekFirst()) {
                aged.add(intervals.removeFirst());
            }
            return aged;
        }

        private long step(RecordedInterval interval) {
            return Math.floorDiv(interval.from().toEpochMilli(), window.step().toMillis());
        }
    }
}
