package io.github.sre4j.examples.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts messages by {@code chat.postMessage}, and waits where Slack says how long. */
final class Poster {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 4;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** How to wait; a test does not. */
    @FunctionalInterface
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    private final MethodsClient slack;
    private final Pause pause;

    Poster(MethodsClient slack, Pause pause) {
        this.slack = slack;
        this.pause = pause;
    }

    /** Slack did not take a message. The message is Slack's error code, such as {@code not_in_channel}. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(String code) {
            super(code);
        }
    }

    /**
     * Posts a message.
     *
     * @param message JSON with {@code text} and perhaps {@code blocks}
     * @return its time stamp, by which a thread is named
     */
    String post(String channel, @Nullable String thread, String message)
            throws IOException, RefusedException, InterruptedException {
        JsonNode tree = JSON.readTree(message);
        for (int attempt = 1; ; attempt++) {
            try {
                ChatPostMessageResponse answer = slack.chatPostMessage(request -> {
                    request.channel(channel)
                            .threadTs(thread)
                            .text(tree.path("text").asText())
                            .unfurlLinks(false)
                            .unfurlMedia(false);
                    return tree.has("blocks")
                            ? request.blocksAsString(tree.path("blocks").toString())
                            : request;
                });
                if (answer.isOk()) {
                    return answer.getTs();
                }
                throw new RefusedException(String.valueOf(answer.getError()));
            } catch (SlackApiException e) {
                int status = e.getResponse().code();
                if (status != TOO_MANY_REQUESTS || attempt == TRIES) {
                    throw new RefusedException("HTTP " + status);
                }
                pause.of(retryAfter(e.getResponse().header("Retry-After")));
            }
        }
    }

    private static Duration retryAfter(@Nullable String seconds) {
        try {
            Duration said = Duration.ofSeconds(Math.max(1, Long.parseLong(seconds == null ? "1" : seconds.trim())));
            return said.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : said;
        } catch (NumberFormatException e) {
            return Duration.ofSeconds(1);
        }
    }
}
