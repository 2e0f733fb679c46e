package io.github.sre4j.newrelic.nerdgraph;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Watches an answer arrive, so that one that stands still is told from one that is long. Thread-safe. */
final class ResponseProgress {

    /** Several times the largest answer to any of our queries: 5,000 facets with their columns, or 5,000 rows of an export. */
    static final long MAX_BYTES = 64L << 20;

    private final long asked = System.nanoTime();
    private volatile long latest = asked;
    private volatile boolean begun;

    /** A subscriber for the body of the answer, whose headers are here. */
    BodySubscriber<byte[]> body() {
        begun = true;
        latest = System.nanoTime();
        return new Watched(BodySubscribers.ofByteArray());
    }

    /** How many nanoseconds are left until this deadline, as it stands now. */
    long nanosLeft(ResponseTimeouts deadline) {
        long whole = asked + deadline.whole().toNanos();
        long next = begun
                ? latest + deadline.standstill().toNanos()
                : asked + deadline.begin().toNanos();
        return Math.min(whole - System.nanoTime(), next - System.nanoTime());
    }

    private final class Watched implements BodySubscriber<byte[]> {

        private final BodySubscriber<byte[]> content;
        private Flow.@Nullable Subscription subscription;
        private long received;

        Watched(BodySubscriber<byte[]> content) {
            this.content = content;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            content.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> bytes) {
            latest = System.nanoTime();
            for (ByteBuffer each : bytes) {
                received += each.remaining();
            }
            if (received <= MAX_BYTES) {
                content.onNext(bytes);
            } else if (subscription != null) {
                subscription.cancel();
                subscription = null;
                content.onError(new ResponseTooLargeException(MAX_BYTES));
            }
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
