package io.github.sre4j.assess.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds where a falling function crosses zero by the method of I. F. D. Oliveira and R. H. C. Takahashi, "An Enhancement of the Bisection
 * Method Average Performance Preserving Minmax Optimality" (ITP, 2021): never slower than bisection, usually far faster.
 */
final class Root {

    private static final int MOST_STEPS = 400;

    private Root() {}

    /** The crossing between {@code low}, where the function is not negative, and {@code high}, where it is not positive. */
    static double find(DoubleUnaryOperator falling, double low, double high) {
        double a = low;
        double b = high;
        double fa = falling.applyAsDouble(a);
        double fb = falling.applyAsDouble(b);
        if (fa <= 0) {
            return a;
        }
        if (fb >= 0) {
            return b;
        }
        // A share may be a billionth: what counts is the error relative to it, so the interval is halved until doubles
        // end.
        for (int step = 0; step < MOST_STEPS && b - a > Math.ulp(b); step++) {
            double middle = a + (b - a) / 2;
            double guess = step % 3 == 2 ? middle : interpolate(a, b, fa, fb, middle);
            double value = falling.applyAsDouble(guess);
            if (value > 0) {
                a = guess;
                fa = value;
            } else if (value < 0) {
                b = guess;
                fb = value;
            } else {
                return guess;
            }
        }
        return a + (b - a) / 2;
    }

    /** Where the chord crosses zero, nudged towards the middle so that both ends move. */
    private static double interpolate(double a, double b, double fa, double fb, double middle) {
        double chord = (fb * a - fa * b) / (fb - fa);
        double nudge = Math.min(Math.abs(middle - chord), 0.2 * (b - a) * (b - a));
        double guess = chord + Math.signum(middle - chord) * nudge;
        return guess > a && guess < b ? guess : middle;
    }
}
