package io.github.sre4j.live;

/** Told of changes, by the thread that evaluates, one at a time. */
@FunctionalInterface
public interface ServiceLevelListener {

    /** Something changed, and stayed so for as long as the hysteresis asks. */
    void changed(ServiceLevelChange change);
}
