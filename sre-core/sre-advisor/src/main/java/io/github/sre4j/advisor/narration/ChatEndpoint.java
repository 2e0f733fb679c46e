package io.github.sre4j.advisor.narration;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A chat endpoint that speaks the OpenAI protocol.
 *
 * @param url its address up to and including {@code /chat/completions}
 * @param model the model
 * @param key its key, or null; never shown
 * @param timeout how long an answer may take
 */
public record ChatEndpoint(URI url, String model, @Nullable String key, Duration timeout) {

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is not of HTTP, or would send a key in the clear to another machine
     */
    public ChatEndpoint {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(timeout, "timeout");
        String scheme = String.valueOf(url.getScheme());
        String host = String.valueOf(url.getHost());
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        if (!scheme.equals("https") && !(scheme.equals("http") && (here || key == null))) {
            throw new InvalidInputException(Message.of(ChatEndpoint.class, "address-not-safe"));
        }
    }

    @Override
    public String toString() {
        return model + " at " + url.getHost();
    }
}
