package io.github.sre4j.trace.story;

import io.github.sre4j.trace.place.SourcePlace;
import io.github.sre4j.trace.story.StoryLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The places of a story's facts. Immutable and thread-safe.
 *
 * @param all in the order in which they were found
 */
record StoryPlaces(List<StoryPlace> all) {

    static final StoryPlaces NONE = new StoryPlaces(List.of());

    /** More places that fit equally well tell nothing. */
    private static final int MAX_TIES = 3;

    StoryPlaces {
        all = List.copyOf(all);
    }

    /** Returns the place of a kind for a fact. */
    Optional<StoryPlace> of(StoryPlace.Kind kind, Fact.Kind fact, String id) {
        return all.stream()
                .filter(each -> each.kind() == kind
                        && each.fact().kind() == fact
                        && each.fact().id().equals(id))
                .findFirst();
    }

    /** Returns the line that names a place: one, or several that fit equally well. */
    static StoryLine line(Part part, StoryPlace place) {
        List<SourcePlace> places = place.places();
        String key = "place." + place.kind().id();
        Line line = new Line(part, places.size() == 1 ? key : key + ".several");
        if (places.size() == 1) {
            line.value(new Arg.Source(places.get(0)));
        } else {
            List<Arg> items = new ArrayList<>();
            places.stream().limit(MAX_TIES).forEach(each -> items.add(new Arg.Source(each)));
            line.value(new Arg.Items(items)).count(places.size());
        }
        return line.on(place.fact().kind(), place.fact().id()).line();
    }

    /** Returns the lines of all places of a fact, but not of a kind that is told otherwise. */
    List<StoryLine> lines(Part part, Fact.Kind fact, String id) {
        return all.stream()
                .filter(each -> each.fact().kind() == fact && each.fact().id().equals(id))
                .filter(each -> each.kind() != StoryPlace.Kind.FRAME)
                .map(each -> line(part, each))
                .toList();
    }
}
