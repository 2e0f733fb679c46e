package io.github.sre4j.assess.dispersion;

import java.util.List;

/**
 * Pearson's X² of bad requests between days, against the share of their stretch.
 *
 * @param pearson X²
 * @param freedom its degrees of freedom
 * @param weight increase of X² for each unit of the squared coefficient of variation between days
 */
record DayVariance(double pearson, int freedom, double weight) {

    static DayVariance of(Blocks blocks) {
        double pearson = 0;
        int freedom = 0;
        double weight = 0;
        for (List<Blocks.Day> segment : blocks.segments()) {
            long total = segment.stream().mapToLong(Blocks.Day::total).sum();
            long bad = segment.stream().mapToLong(Blocks.Day::bad).sum();
            if (bad == 0 || bad == total || segment.size() < 2) {
                continue;
            }
            double share = (double) bad / total;
            double squares = 0;
            for (Blocks.Day day : segment) {
                double mean = day.total() * share;
                double deviation = day.bad() - mean;
                pearson += deviation * deviation / (mean * (1 - share));
                squares += (double) day.total() * day.total();
            }
            freedom += segment.size() - 1;
            weight += share / (1 - share) * (total - squares / total);
        }
        return new DayVariance(pearson, freedom, weight);
    }
}
