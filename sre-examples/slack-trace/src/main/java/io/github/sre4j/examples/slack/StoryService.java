package io.github.sre4j.examples.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.trace.period.PeriodSelection;
import io.github.sre4j.trace.period.TimeRange;
import io.github.sre4j.trace.render.PeriodStory;
import io.github.sre4j.trace.render.json.SlackStory;
import io.github.sre4j.trace.source.RequestId;
import io.github.sre4j.trace.story.TraceStory;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells stories, one after another on its threads: a line in the channel, the story in its thread. What goes wrong is told to the one who asked
 * alone. Thread-safe.
 */
final class StoryService {

    private static final Logger LOG = Logger.getLogger(StoryService.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Stories stories;
    private final Sentences sentences;
    private final Poster poster;
    private final Executor threads;

    StoryService(Stories stories, Sentences sentences, Poster poster, Executor threads) {
        this.stories = stories;
        this.sentences = sentences;
        this.poster = poster;
        this.threads = threads;
    }

    /** Begins to tell a story; false if too many others are being told. */
    boolean begin(RequestId request, Place place) {
        try {
            threads.execute(() -> tell(request, place));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Starts to look for the cause of an incident; returns false if too many other requests are under way. */
    boolean begin(TimeRange period, Place place) {
        try {
            threads.execute(() -> tell(period, place));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void tell(TimeRange period, Place place) {
        try {
            PeriodSelection selection = stories.period(period);
            PeriodStory story = new PeriodStory(selection, selection.compare());
            post(PeriodMessage.of(story.terminal(sentences.texts(), PeriodMessage.WIDTH)), place);
        } catch (Stories.NoStoryException e) {
            whisper(place, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the causes of " + period + " were not found", e);
            whisper(place, sentences.get("failed", period.toString()));
        }
    }

    private void tell(RequestId request, Place place) {
        try {
            TraceStory story = stories.tell(request);
            post(SlackStory.of(story, sentences.texts()), place);
        } catch (Stories.NoStoryException e) {
            whisper(place, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the story of " + request + " was not told", e);
            whisper(place, sentences.get("failed", request.id()));
        }
    }

    private void post(String message, Place place) throws IOException, InterruptedException {
        try {
            String thread = place.thread();
            if (thread == null) {
                JsonNode whole = JSON.readTree(message);
                ObjectNode headline =
                        JSON.createObjectNode().put("text", whole.path("text").asText());
                thread = poster.post(place.channel(), null, headline.toString());
            }
            poster.post(place.channel(), thread, message);
        } catch (Poster.RefusedException e) {
            elsewise(message, place, String.valueOf(e.getMessage()));
        }
    }

    /** The address that came with a slash command works in channels the app is no member of, but knows no threads. */
    private void elsewise(String message, Place place, String refusal) throws IOException {
        Place.Whisper shout = place.shout();
        boolean stranger = refusal.equals("not_in_channel") || refusal.equals("channel_not_found");
        if (shout != null && stranger) {
            shout.say(message);
            return;
        }
        LOG.log(Level.WARNING, "Slack refused a story: {0}", refusal);
        whisper(place, sentences.get("not-posted", refusal));
    }

    private static void whisper(Place place, String text) {
        try {
            place.whisper().say(text);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "nobody could be told that something went wrong", e);
        }
    }
}
