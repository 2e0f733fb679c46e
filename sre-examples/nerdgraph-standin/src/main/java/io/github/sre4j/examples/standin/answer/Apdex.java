package io.github.sre4j.examples.standin.answer;

/** The value of {@code apdex()}. */
record Apdex(long satisfied, long tolerated, long frustrated) {
    long count() {
        return satisfied + tolerated + frustrated;
    }

    double score() {
        return count() == 0 ? 0 : (satisfied + tolerated / 2.0) / count();
    }
}
