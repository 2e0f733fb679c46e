package io.github.sre4j.recorder;

/** Told of every interval that is cut, by the thread that cuts it, one interval at a time, in order. */
@FunctionalInterface
public interface IntervalListener {

    /**
     * An interval is over.
     *
     * @param interval what happened in it; begins where the one before ended
     */
    void cut(RecordedInterval interval);
}
