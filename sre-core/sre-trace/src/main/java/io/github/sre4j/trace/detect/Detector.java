package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Finding;
import java.util.List;

/** Looks for one pattern. Immutable and safe to share; what comes of it depends on the trace alone. */
public interface Detector {

    /** What it finds, material or not, in any order; empty if there is nothing to say. */
    List<Finding> find(DetectionContext seen);
}
