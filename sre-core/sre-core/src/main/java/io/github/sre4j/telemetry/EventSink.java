package io.github.sre4j.telemetry;

import java.io.IOException;

/** Receives custom events, such as the summary of a check. An implementation need not be thread-safe. */
@FunctionalInterface
public interface EventSink {

    /**
     * Sends one event.
     *
     * @param json the event, an object with an {@code eventType}
     * @throws IOException if it was not accepted; the message is one sentence and holds no key
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void send(String json) throws IOException, InterruptedException;
}
