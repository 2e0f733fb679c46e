package io.github.sre4j.advisor.evidence.files;

import io.github.sre4j.advisor.evidence.files.RequestSelection.Traced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Samples requests whose traces are looked at. Deterministic. */
final class TraceSample {

    private TraceSample() {}

    /**
     * Samples slow requests with a probability proportional to their waiting beyond the threshold: systematic sampling without replacement, where a request that
     * is more than one step of the sum is taken once (W. G. Madow, "On the theory of systematic sampling, II", Annals of Mathematical Statistics 20, 1949).
     *
     * @param all the requests
     * @param threshold above which they are slow, in seconds
     * @param size size of the sample, ≥ 1
     * @return the sample, slowest first
     */
    static List<Traced> byExcess(List<Traced> all, double threshold, int size) {
        List<Traced> sorted = sorted(all);
        if (sorted.size() <= size) {
            return sorted;
        }
        double left = sorted.stream()
                .mapToDouble(each -> Math.max(0, each.seconds() - threshold))
                .sum();
        List<Traced> sample = new ArrayList<>();
        int next = 0;
        while (sample.size() < size && sorted.get(next).seconds() - threshold >= left / (size - sample.size())) {
            left -= sorted.get(next).seconds() - threshold;
            sample.add(sorted.get(next++));
        }
        double step = left / Math.max(1, size - sample.size());
        double wanted = step / 2;
        double sum = 0;
        for (; next < sorted.size() && sample.size() < size; next++) {
            sum += Math.max(0, sorted.get(next).seconds() - threshold);
            if (sum >= wanted) {
                sample.add(sorted.get(next));
                wanted += step;
            }
        }
        return sample;
    }

    /** Samples requests evenly over how long they took, longest first. */
    static List<Traced> evenly(List<Traced> all, int size) {
        List<Traced> sorted = sorted(all);
        if (sorted.size() <= size) {
            return sorted;
        }
        List<Traced> sample = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            sample.add(sorted.get((int) ((i + 0.5) * sorted.size() / size)));
        }
        return sample;
    }

    private static List<Traced> sorted(List<Traced> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble(Traced::seconds).reversed().thenComparing(Traced::transactionId))
                .toList();
    }
}
