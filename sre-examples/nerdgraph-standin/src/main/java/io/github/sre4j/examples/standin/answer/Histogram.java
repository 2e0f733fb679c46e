package io.github.sre4j.examples.standin.answer;

import java.util.List;

/** The value of {@code histogram()}: bucket i starts at {@code min + i * bucketSize}. */
record Histogram(double bucketSize, double min, double max, List<Long> counts) {}
