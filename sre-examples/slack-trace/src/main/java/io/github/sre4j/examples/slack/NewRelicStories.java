package io.github.sre4j.examples.slack;

import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.trace.NewRelicTraces;
import io.github.sre4j.newrelic.trace.RequestSearch;
import io.github.sre4j.sli.Window;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.period.PeriodSelection;
import io.github.sre4j.trace.period.TimeRange;
import io.github.sre4j.trace.source.RequestId;
import io.github.sre4j.trace.story.TraceAnalyzer;
import io.github.sre4j.trace.story.TraceStory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Stories of requests that New Relic knows. */
public final class NewRelicStories implements Stories {

    /** New Relic keeps spans for eight days. */
    private static final Duration KEPT = Duration.ofDays(8);

    private final Supplier<NerdGraph> nerdGraph;
    private final OptionalLong account;
    private final Clock clock;
    private final Sentences sentences;

    /**
     * Stories from an account, or from all that the key may see.
     *
     * @param nerdGraph where to ask; a new one for each story, as a client remembers what it was told
     * @param account the account, or empty for all
     * @param clock tells how far to look back, and whether a trace is too fresh
     * @param sentences the language of refusals
     */
    public NewRelicStories(Supplier<NerdGraph> nerdGraph, OptionalLong account, Clock clock, Sentences sentences) {
        this.nerdGraph = nerdGraph;
        this.account = account;
        this.clock = clock;
        this.sentences = sentences;
    }

    @Override
    public TraceStory tell(RequestId request) throws NoStoryException {
        TraceData data;
        try {
            data = new RequestSearch(nerdGraph.get(), account, clock)
                    .find(request, Window.endingAt(clock.instant(), KEPT));
        } catch (NerdGraphException e) {
            throw new NoStoryException(sentences.get("newrelic", String.valueOf(e.getMessage())));
        }
        for (TraceNote note : data.readNotes()) {
            if (note.kind() == TraceNote.Kind.TOO_FRESH) {
                long age = Duration.ofNanos(note.nanos()).toSeconds();
                long wait = RequestSearch.ARRIVAL.toSeconds() - age + 1;
                throw new NoStoryException(sentences.get("too-fresh", Long.toString(age), Long.toString(wait)));
            }
        }
        TraceStory story = TraceAnalyzer.DEFAULT.read(data);
        if (!story.known()) {
            throw new NoStoryException(sentences.get("unknown", request.id()));
        }
        return story;
    }

    @Override
    public PeriodSelection period(TimeRange range) throws NoStoryException {
        PeriodSelection selection;
        try {
            selection = new NewRelicTraces(nerdGraph.get(), account).period(range, null);
        } catch (IOException e) {
            throw new NoStoryException(sentences.get("newrelic", String.valueOf(e.getMessage())));
        }
        if (selection.windowTraces().isEmpty() || selection.referenceTraces().isEmpty()) {
            throw new NoStoryException(sentences.get(
                    "no-period", range.from().toString(), range.until().toString()));
        }
        return selection;
    }
}
