package io.github.sre4j.examples.slack;

import io.github.sre4j.trace.period.PeriodSelection;
import io.github.sre4j.trace.period.TimeRange;
import io.github.sre4j.trace.source.RequestId;
import io.github.sre4j.trace.story.TraceStory;

/** Where stories come from. Safe for use by several threads. */
@FunctionalInterface
public interface Stories {

    /**
     * The story of a request.
     *
     * @throws NoStoryException if there is none; the message is for whoever asked
     */
    TraceStory tell(RequestId request) throws NoStoryException;

    /**
     * Returns the requests of a period and of a reference.
     *
     * @throws NoStoryException if there are none; the message is for whoever asked
     */
    default PeriodSelection period(TimeRange range) throws NoStoryException {
        throw new NoStoryException(range.toString());
    }

    /** There is no story. The message is a sentence for people and holds no secret. */
    final class NoStoryException extends Exception {

        private static final long serialVersionUID = 1L;

        /** With a sentence for whoever asked. */
        public NoStoryException(String message) {
            super(message);
        }
    }
}
