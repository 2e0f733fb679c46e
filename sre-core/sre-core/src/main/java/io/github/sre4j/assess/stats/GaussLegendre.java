package io.github.sre4j.assess.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * Integration over the interval from 0 to 1 by Gauss-Legendre quadrature (NIST Digital Library of Mathematical Functions, 3.5(v)), exact for
 * polynomials of degree 79.
 */
final class GaussLegendre {

    private static final int POINTS = 40;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        for (int i = 0; i < POINTS; i++) {
            double at = Math.cos(Math.PI * (i + 0.75) / (POINTS + 0.5));
            double slope = 0;
            for (int newton = 0; newton < 8; newton++) {
                double before = 1;
                double value = at;
                for (int degree = 2; degree <= POINTS; degree++) {
                    double next = ((2 * degree - 1) * at * value - (degree - 1) * before) / degree;
                    before = value;
                    value = next;
                }
                slope = POINTS * (at * value - before) / (at * at - 1);
                at -= value / slope;
            }
            NODES[i] = (1 - at) / 2;
            WEIGHTS[i] = 1 / ((1 - at * at) * slope * slope);
        }
    }

    private GaussLegendre() {}

    static double integrate(DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += WEIGHTS[i] * function.applyAsDouble(NODES[i]);
        }
        return sum;
    }
}
