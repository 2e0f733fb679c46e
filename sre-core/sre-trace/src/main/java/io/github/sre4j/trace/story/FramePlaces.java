package io.github.sre4j.trace.story;

import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.place.SourcePlace;
import java.util.Optional;

/** Compares stack frames with the sources. */
final class FramePlaces {

    private FramePlaces() {}

    /** Returns the place of an error's frame if there is one, on the line that the frame names. */
    static Optional<SourcePlace> exact(StoryPlaces places, CodeLocation frame, int error) {
        return places.of(StoryPlace.Kind.FRAME, Fact.Kind.ERROR, Integer.toString(error))
                .filter(each -> each.places().size() == 1)
                .map(each -> each.places().get(0))
                .filter(each -> frame.line() <= 0 || each.line() == frame.line());
    }
}
