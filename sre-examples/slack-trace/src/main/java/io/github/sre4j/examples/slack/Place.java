package io.github.sre4j.examples.slack;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where a request was made and is answered.
 *
 * @param channel the channel
 * @param thread the time stamp of the message whose thread is meant, or null for the channel itself
 * @param user who asked
 * @param whisper says something to that user alone
 * @param shout answers in the channel although the app is no member of it, or null if there is no such way
 */
record Place(
        String channel,
        @Nullable String thread,
        String user,
        Whisper whisper,
        @Nullable Whisper shout) {

    /** Says something. */
    @FunctionalInterface
    interface Whisper {
        /**
         * Says it.
         *
         * @param message text, or JSON of a message with blocks
         */
        void say(String message) throws IOException;
    }
}
