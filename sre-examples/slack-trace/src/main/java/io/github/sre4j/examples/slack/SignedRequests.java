package io.github.sre4j.examples.slack;

import com.slack.api.app_backend.SlackSignature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verification of who sends a request: signed by Slack, within five minutes in both directions, and not seen before. Thread-safe.
 *
 * <p>Source: Slack, "Verifying requests from Slack". A replay is one more than that page asks for: a request that somebody recorded stays valid for
 * five minutes.
 */
final class SignedRequests {

    /** Maximum distance between the time of a request and the clock, in both directions. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Requests that are remembered; a team sends a few a second at most. */
    private static final int MAX_REMEMBERED = 10_000;

    private final SlackSignature.Generator generator;
    private final Clock clock;
    private final Set<String> signatures = new HashSet<>();
    private final Deque<Seen> order = new ArrayDeque<>();

    SignedRequests(String signingSecret, Clock clock) {
        this.generator = new SlackSignature.Generator(signingSecret);
        this.clock = clock;
    }

    /** Result of a verification. */
    enum Verdict {
        NEW,
        REPLAY,
        REFUSED
    }

    private record Seen(Instant at, String signature) {}

    /**
     * Verifies a request.
     *
     * @param timestamp header {@code X-Slack-Request-Timestamp}, seconds since 1970
     * @param signature header {@code X-Slack-Signature}
     * @param body body as it came
     */
    Verdict verify(@Nullable String timestamp, @Nullable String signature, String body) {
        Instant now = clock.instant();
        if (timestamp == null || signature == null || !isNear(timestamp, now)) {
            return Verdict.REFUSED;
        }
        String expected = generator.generate(timestamp, body);
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8))) {
            return Verdict.REFUSED;
        }
        return remember(signature, now) ? Verdict.NEW : Verdict.REPLAY;
    }

    private static boolean isNear(String timestamp, Instant now) {
        try {
            Duration distance = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
            return distance.abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private synchronized boolean remember(String signature, Instant now) {
        // A signature is valid from five minutes before its time to five minutes after it.
        while (!order.isEmpty()
                && (order.size() >= MAX_REMEMBERED
                        || Duration.between(order.getFirst().at(), now).compareTo(TOLERANCE.multipliedBy(2)) > 0)) {
            signatures.remove(order.removeFirst().signature());
        }
        if (!signatures.add(signature)) {
            return false;
        }
        order.addLast(new Seen(now, signature));
        return true;
    }
}
