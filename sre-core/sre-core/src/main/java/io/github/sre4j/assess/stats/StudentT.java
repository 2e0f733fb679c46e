package io.github.sre4j.assess.stats;

/** Tail probabilities of Student's t distribution (NIST Digital Library of Mathematical Functions, 8.17(i)). */
final class StudentT {

    private StudentT() {}

    /**
     * Returns P(T ≥ t).
     *
     * @param t value, ≥ 0
     * @param freedom degrees of freedom, ≥ 1
     */
    static double upperTail(double t, double freedom) {
        if (t == 0) {
            return 0.5;
        }
        double square = t * t;
        double whole = freedom + square;
        return 0.5
                * IncompleteBeta.at(freedom / 2, 0.5, freedom / whole, square / whole)
                        .lower();
    }
}
