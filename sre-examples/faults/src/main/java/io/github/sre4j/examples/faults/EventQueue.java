package io.github.sre4j.examples.faults;

import java.util.PriorityQueue;

/** Virtual time. */
final class EventQueue {

    private record Timed(long at, long order, Runnable action) implements Comparable<Timed> {
        @Override
        public int compareTo(Timed other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Timed> queue = new PriorityQueue<>();
    private long now;
    private long order;

    long now() {
        return now;
    }

    void after(double micros, Runnable action) {
        at(now + Math.max(0, Math.round(micros * 1e3)), action);
    }

    void at(long nanos, Runnable action) {
        queue.add(new Timed(nanos, order++, action));
    }

    void run() {
        while (!queue.isEmpty()) {
            Timed next = queue.poll();
            now = next.at();
            next.action().run();
        }
    }
}
