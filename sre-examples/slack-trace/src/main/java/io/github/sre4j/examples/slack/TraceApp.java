package io.github.sre4j.examples.slack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.event.AppMentionEvent;
import io.github.sre4j.telemetry.http.BoundedExchange;
import io.github.sre4j.telemetry.http.ExchangeLimits;
import io.github.sre4j.trace.period.TimeRange;
import io.github.sre4j.trace.source.RequestId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The app: what it listens to, and what it answers at once. Thread-safe. */
public final class TraceApp implements AutoCloseable {

    private static final String COMMAND = "/nr";
    private static final int THREADS = 4;
    private static final int QUEUE = 20;
    private static final int STORIES_A_MINUTE = 6;
    private static final int REMEMBERED_EVENTS = 1_000;

    private final App app;
    private final AppConfig config;
    private final Slack slack;
    private final Sentences sentences;
    private final UserRateLimiter allowance;
    private final Set<String> channels;
    private final StoryService storyteller;
    private final Clock clock;
    private final ThreadPoolExecutor threads;
    private final ResponseUrls responseUrls = new ResponseUrls();
    private final Map<String, Boolean> seenEvents = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED_EVENTS;
        }
    });

    /**
     * The app.
     *
     * @param settings secrets and addresses of Slack
     * @param stories where stories come from
     * @param sentences the language
     * @param clock for allowances
     */
    public TraceApp(Settings settings, Stories stories, Sentences sentences, Clock clock) {
        this(settings, stories, sentences, clock, duration -> Thread.sleep(duration.toMillis()));
    }

    TraceApp(Settings settings, Stories stories, Sentences sentences, Clock clock, Poster.Pause pause) {
        SlackConfig slackConfig = new SlackConfig();
        slackConfig.setMethodsEndpointUrlPrefix(settings.slackApi());
        slackConfig.setStatsEnabled(false);
        this.slack = Slack.getInstance(slackConfig);
        this.config = AppConfig.builder()
                .slack(slack)
                .signingSecret(settings.signingSecret())
                .singleTeamBotToken(settings.botToken())
                .authTestCacheEnabled(true)
                .build();
        this.app = new App(config);
        this.sentences = sentences;
        this.channels = settings.channels();
        this.clock = clock;
        this.allowance = new UserRateLimiter(STORIES_A_MINUTE, clock);
        this.threads =
                new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "story");
                    thread.setDaemon(true);
                    return thread;
                });
        this.storyteller =
                new StoryService(stories, sentences, new Poster(slack.methods(settings.botToken()), pause), threads);
        app.command(COMMAND, this::command);
        app.event(
                AppMentionEvent.class,
                (payload, context) -> mention(payload.getEventId(), payload.getEvent(), context));
    }

    /** Bolt's app, to be served. */
    App bolt() {
        return app;
    }

    AppConfig config() {
        return config;
    }

    /** Answers a slash command at once, to the one who asked alone. */
    private Response command(SlashCommandRequest request, SlashCommandContext context) {
        String pasted = request.getPayload().getText();
        String channel = request.getPayload().getChannelId();
        String user = request.getPayload().getUserId();
        String url = context.getResponseUrl();
        Place place = new Place(
                channel,
                null,
                user,
                text -> responseUrls.send(url, "ephemeral", text),
                message -> responseUrls.send(url, "in_channel", message));
        String answer = answer(pasted, place);
        return context.ack(SlashCommandResponse.builder()
                .responseType("ephemeral")
                .text(answer)
                .build());
    }

    private Response mention(String eventId, AppMentionEvent event, EventContext context)
            throws IOException, SlackApiException {
        if (seenEvents.put(eventId, true) != null) {
            return context.ack();
        }
        String thread = event.getThreadTs() == null ? event.getTs() : event.getThreadTs();
        Place.Whisper whisper = text -> {
            try {
                context.client()
                        .chatPostEphemeral(each -> each.channel(event.getChannel())
                                .user(event.getUser())
                                .threadTs(event.getThreadTs())
                                .text(text));
            } catch (SlackApiException e) {
                throw new IOException(
                        "Slack answered with status " + e.getResponse().code(), e);
            }
        };
        Place place = new Place(event.getChannel(), thread, event.getUser(), whisper, null);
        String text = event.getText().replaceAll("<@[A-Z0-9]+(\\|[^>]*)?>", " ").strip();
        threads.execute(() -> sayQuietly(whisper, answer(text, place)));
        return context.ack();
    }

    private static void sayQuietly(Place.Whisper whisper, String text) {
        try {
            whisper.say(text);
        } catch (IOException e) {
            java.util.logging.Logger.getLogger(TraceApp.class.getName())
                    .log(java.util.logging.Level.WARNING, "an answer was not taken", e);
        }
    }

    /** What is said at once, privately; begins the story if there is one to tell. */
    private String answer(@Nullable String pasted, Place place) {
        if (pasted == null || pasted.isBlank() || pasted.strip().equalsIgnoreCase("help")) {
            return sentences.get("help");
        }
        if (!channels.isEmpty() && !channels.contains(place.channel())) {
            return sentences.get("elsewhere");
        }
        Optional<TimeRange> period = TimeRange.parse(pasted, clock.instant(), ZoneId.systemDefault());
        if (period.isPresent()) {
            if (!allowance.allows(place.user())) {
                return sentences.get("too-many", Integer.toString(allowance.most()));
            }
            return storyteller.begin(period.get(), place)
                    ? sentences.get("reading", pasted.strip())
                    : sentences.get("busy");
        }
        RequestId request;
        try {
            request = RequestId.in(pasted);
        } catch (IllegalArgumentException e) {
            return sentences.get("no-id", String.valueOf(e.getMessage()));
        }
        if (!allowance.allows(place.user())) {
            return sentences.get("too-many", Integer.toString(allowance.most()));
        }
        return storyteller.begin(request, place) ? sentences.get("reading", request.id()) : sentences.get("busy");
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        app.stop();
        try {
            slack.close();
        } catch (Exception e) {
            throw new IOException("the client of Slack did not close", e);
        }
    }

    /** Sends to the address that comes with a slash command; it is good for five messages within half an hour. */
    private static final class ResponseUrls {

        private static final JsonMapper JSON = JsonMapper.builder().build();
        private static final Duration PATIENCE = Duration.ofSeconds(10);
        private static final long MAX_ANSWER_BYTES = 100_000;

        private final HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build();

        void send(String url, String responseType, String message) throws IOException {
            com.fasterxml.jackson.databind.node.ObjectNode body = message.startsWith("{")
                    ? (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(message)
                    : JSON.createObjectNode().put("text", message);
            body.put("response_type", responseType).put("replace_original", false);
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build();
            try {
                HttpResponse<byte[]> answer =
                        BoundedExchange.send(client, request, ExchangeLimits.of(PATIENCE, MAX_ANSWER_BYTES));
                if (answer.statusCode() >= 300) {
                    throw new IOException("Slack answered with status " + answer.statusCode());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }
}
