package io.github.sre4j.maven;

import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.file.HistoryFile;
import io.github.sre4j.telemetry.EventSink;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Sends the summary of a check to New Relic, where the build asks for it. A summary that cannot be sent fails no build. */
final class Publishing {

    private final GoalLog log;

    Publishing(GoalLog log) {
        this.log = log;
    }

    /** Opens the sink that summaries are sent to. */
    @FunctionalInterface
    interface SinkOpener {
        EventSink open() throws TelemetryException;
    }

    /**
     * Sends it, or shows what would be sent.
     *
     * @param how {@code true}, {@code dry-run} or {@code false}
     * @param sink opens the sink, if it is sent
     */
    void publish(String how, CheckSummary summary, SinkOpener sink) throws MojoExecutionException {
        switch (how) {
            case "false" -> {}
            case "dry-run" -> log.info("would-send", TextEscaping.printable(HistoryFile.json(summary)));
            case "true" -> send(summary, sink);
            default -> throw GoalException.of("publish-how", how, List.of("true", "dry-run", "false"));
        }
    }

    private void send(CheckSummary summary, SinkOpener sink) throws MojoExecutionException {
        try {
            sink.open().send(HistoryFile.json(summary));
            log.info("sent");
        } catch (TelemetryException e) {
            throw GoalException.of(e);
        } catch (IOException e) {
            log.warn("not-sent", Message.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.warn("not-sent-interrupted");
        }
    }
}
