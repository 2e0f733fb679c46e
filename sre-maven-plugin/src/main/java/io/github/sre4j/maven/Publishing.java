package io.github.sre4j.maven;

import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.file.HistoryFile;
import io.github.sre4j.newrelic.publish.EventApi;
import io.github.sre4j.newrelic.publish.IngestKey;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Sends the summary of a check to New Relic, where the build asks for it. A summary that cannot be sent fails no build. */
final class Publishing {

    /** The environment variable that holds the ingest key. */
    static final String VARIABLE = "NEW_RELIC_LICENSE_KEY";

    private final GoalLog log;

    Publishing(GoalLog log) {
        this.log = log;
    }

    /**
     * Sends it, or shows what would be sent.
     *
     * @param how {@code true}, {@code dry-run} or {@code false}
     * @param url where to, or null for the region's own address
     */
    void publish(String how, CheckSummary summary, NewRelicParameters where, @Nullable String url)
            throws MojoExecutionException {
        switch (how) {
            case "false" -> {}
            case "dry-run" -> log.info("would-send", TextEscaping.printable(HistoryFile.json(summary)));
            case "true" -> send(summary, where, url);
            default -> throw GoalException.of("publish-how", how, List.of("true", "dry-run", "false"));
        }
    }

    private void send(CheckSummary summary, NewRelicParameters where, @Nullable String url)
            throws MojoExecutionException {
        String key = System.getenv(VARIABLE);
        if (key == null || key.isBlank()) {
            throw GoalException.of("publish-needs-key", VARIABLE);
        }
        try {
            new EventApi(address(where, url), IngestKey.of(key, VARIABLE)).send(HistoryFile.json(summary));
            log.info("sent");
        } catch (IllegalArgumentException e) {
            throw GoalException.of(e);
        } catch (IOException e) {
            log.warn("not-sent", Message.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.warn("not-sent-interrupted");
        }
    }

    private static URI address(NewRelicParameters where, @Nullable String url) throws MojoExecutionException {
        if (url != null) {
            return URI.create(url);
        }
        long account = where.accountId().orElseThrow(() -> GoalException.of("publish-needs-account"));
        return EventApi.address(where.region() == null ? "us" : where.region(), account);
    }
}
