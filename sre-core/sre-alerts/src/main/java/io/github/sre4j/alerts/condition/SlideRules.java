package io.github.sre4j.alerts.condition;

import java.util.stream.IntStream;

/** Windows and slides that New Relic's API accepts, in seconds. */
public final class SlideRules {

    /** Shortest aggregation window. */
    public static final int MIN_WINDOW = 30;

    /** Longest aggregation window, six hours. */
    public static final int MAX_WINDOW = 21_600;

    private SlideRules() {}

    /** Returns the shortest slide of a window. */
    public static int shortest(int window) {
        if (window <= 3_600) {
            return 30;
        }
        return window <= 7_200 ? window / 120 : window / 24;
    }

    /**
     * Returns the slide nearest to a wanted one: the longest divisor of the window that is not longer, or else the shortest that is allowed.
     *
     * @param window aggregation window, in seconds
     * @param wanted slide, in seconds, less than the window
     */
    public static int nearest(int window, int wanted) {
        int floor = shortest(window);
        return IntStream.rangeClosed(floor, Math.max(floor, wanted))
                .filter(slide -> window % slide == 0)
                .reduce((shorter, longer) -> longer)
                .orElseGet(() -> IntStream.rangeClosed(floor, window)
                        .filter(slide -> window % slide == 0)
                        .findFirst()
                        .orElse(window));
    }

    /** Returns a duration rounded up to a multiple of a step, at least a minute and at most a day, in seconds. */
    public static int duration(int wanted, int step) {
        int least = Math.max(60, wanted);
        int rounded = (least + step - 1) / step * step;
        return rounded <= 86_400 ? rounded : 86_400 / step * step;
    }
}
