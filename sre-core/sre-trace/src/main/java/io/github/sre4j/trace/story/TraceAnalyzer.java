package io.github.sre4j.trace.story;

import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.call.CallShape;
import io.github.sre4j.trace.call.KnownShapes;
import io.github.sre4j.trace.detect.DetectionContext;
import io.github.sre4j.trace.detect.Detectors;
import io.github.sre4j.trace.error.ApplicationCode;
import io.github.sre4j.trace.error.ErrorOrigins;
import io.github.sre4j.trace.mask.MaskedAnalysis;
import io.github.sre4j.trace.path.PathResult;
import io.github.sre4j.trace.place.PlaceFinder;
import java.util.List;

/**
 * Reads a trace: cleans it, finds its critical path, its errors and what took the time, masks all of it and writes the story.
 * Immutable and safe to share; the same input gives the same story, whatever its order.
 */
public final class TraceAnalyzer {

    /** With all detectors at their default thresholds; whatever is no well-known library is the application. */
    public static final TraceAnalyzer DEFAULT = new TraceAnalyzer(Detectors.DEFAULT, ApplicationCode.DEFAULT);

    private final Detectors detectors;
    private final KnownShapes known = new KnownShapes();
    private final ErrorOrigins origins;
    private final PlaceFinder finder;

    /**
     * Reads with other thresholds or another view on whose code is whose.
     *
     * @param detectors what to look for
     * @param code tells the application's classes from libraries
     */
    public TraceAnalyzer(Detectors detectors, ApplicationCode code) {
        this(detectors, new ErrorOrigins(code), PlaceFinder.NONE);
    }

    private TraceAnalyzer(Detectors detectors, ErrorOrigins origins, PlaceFinder finder) {
        this.detectors = detectors;
        this.origins = origins;
        this.finder = finder;
    }

    /**
     * Returns an analyzer whose stories name places in the sources.
     *
     * @param newFinder finds them
     */
    public TraceAnalyzer withPlaces(PlaceFinder newFinder) {
        return new TraceAnalyzer(detectors, origins, newFinder);
    }

    /**
     * The story of a request.
     *
     * @param data what is known about it, in any order; may be rows and logs alone, or nothing
     * @return the story, masked
     */
    public TraceStory read(TraceData data) {
        TraceAnalysis analysis = analyse(data);
        StoryPlaces places =
                finder == PlaceFinder.NONE ? StoryPlaces.NONE : new PlaceCollector(analysis, finder).collect();
        TraceAnalysis masked = MaskedAnalysis.of(analysis);
        return new TraceStory(masked, new StoryBuilder(masked, places).lines(), places);
    }

    /**
     * The analysis alone, <strong>not masked</strong>: for ranking and comparing in memory, not for writing.
     *
     * @param data what is known about the request
     */
    public TraceAnalysis analyse(TraceData data) {
        Trace trace = Trace.of(data);
        PathResult path = PathResult.of(trace);
        CallShape shapes = new CallShape(known);
        return new TraceAnalysis(
                trace,
                path.path(),
                path.times(),
                path.background(),
                origins.of(trace, shapes),
                trace.size() == 0 ? List.of() : detectors.find(new DetectionContext(trace, path, shapes)));
    }
}
