package io.github.sre4j.telemetry.http;

import io.github.sre4j.text.Message;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The progress of one answer against its limits: a long one is told from one that stands still. Thread-safe. */
final class BodyProgress {

    private final ExchangeLimits limits;
    private final long sent = System.nanoTime();
    private volatile long latest = sent;
    private volatile boolean begun;
    private volatile Flow.@Nullable Subscription subscription;

    BodyProgress(ExchangeLimits limits) {
        this.limits = limits;
    }

    /** Returns a subscriber for the body of the answer, whose headers are here. */
    BodySubscriber<byte[]> subscriber() {
        latest = System.nanoTime();
        begun = true;
        return new Limited(BodySubscribers.ofByteArray());
    }

    /** Returns the nanoseconds left until the next limit, as the exchange stands now. */
    long nanosLeft() {
        long now = System.nanoTime();
        long whole = sent + limits.total().toNanos() - now;
        long step = begun
                ? latest + limits.standstill().toNanos() - now
                : sent + limits.firstByte().toNanos() - now;
        return Math.min(whole, step);
    }

    ResponseTimeoutException timeout() {
        return new ResponseTimeoutException(
                begun
                        ? Message.of(BodyProgress.class, "timeout.body")
                        : Message.of(
                                BodyProgress.class,
                                "timeout.begin",
                                limits.firstByte().toMillis()));
    }

    void cancel() {
        Flow.Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }

    private final class Limited implements BodySubscriber<byte[]> {

        private final BodySubscriber<byte[]> content;
        private long received;
        private boolean refused;

        Limited(BodySubscriber<byte[]> content) {
            this.content = content;
        }

        @Override
        public void onSubscribe(Flow.Subscription opened) {
            subscription = opened;
            content.onSubscribe(opened);
        }

        @Override
        public void onNext(List<ByteBuffer> bytes) {
            latest = System.nanoTime();
            for (ByteBuffer each : bytes) {
                received += each.remaining();
            }
            if (refused) {
                return;
            }
            if (received <= limits.maxBytes()) {
                content.onNext(bytes);
                return;
            }
            refused = true;
            cancel();
            content.onError(new ResponseSizeException(limits.maxBytes()));
        }

        @Override
        public void onError(Throwable failure) {
            content.onError(failure);
        }

        @Override
        public void onComplete() {
            content.onComplete();
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return content.getBody();
        }
    }
}
