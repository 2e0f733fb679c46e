package io.github.sre4j.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random traces from a seed. */
public final class RandomRequests {

    private final Random random;
    private final List<Span> spans = new ArrayList<>();

    private RandomRequests(long seed) {
        this.random = new Random(seed);
    }

    /** A tree in which every child lies within its parent and none is asynchronous. */
    public static TraceData wellFormed(long seed) {
        RandomRequests requests = new RandomRequests(seed);
        requests.grow(null, 0, 1_000_000 + requests.random.nextInt(1_000_000_000), 0);
        return TraceData.ofSpans("t" + seed, TraceFormat.OTLP, requests.shuffled());
    }

    /** Anything: orphans, circles, duplicates, children out of bounds, negative and zero durations, several roots. */
    public static TraceData broken(long seed) {
        RandomRequests requests = new RandomRequests(seed);
        int size = 1 + requests.random.nextInt(60);
        for (int i = 0; i < size; i++) {
            requests.spans.add(requests.anything(i, size));
        }
        TraceFormat[] formats = TraceFormat.values();
        return TraceData.ofSpans("t" + seed, formats[requests.random.nextInt(formats.length)], requests.shuffled());
    }

    private Span anything(int i, int size) {
        String id = random.nextInt(20) == 0 ? "s" + random.nextInt(size) : "s" + i;
        String parent = random.nextInt(8) == 0 ? null : "s" + random.nextInt(size + 3);
        SpanKind[] kinds = SpanKind.values();
        return Span.builder(id, "service" + random.nextInt(3), "n" + random.nextInt(5))
                .parent(parent)
                .kind(kinds[random.nextInt(kinds.length)])
                .host(random.nextBoolean() ? "h" + random.nextInt(3) : null)
                .thread(random.nextBoolean() ? "th" + random.nextInt(2) : null)
                .followsFrom(random.nextInt(10) == 0)
                .entryPoint(random.nextInt(10) == 0)
                .at(Requests.at(random.nextInt(500)), (random.nextInt(400) - 20) * 1_000_000L)
                .build();
    }

    private void grow(String parent, long start, long end, int depth) {
        String id = "s" + spans.size();
        spans.add(Span.builder(id, "shop", "n" + random.nextInt(5))
                .parent(parent)
                .at(Requests.at(0) + start, end - start)
                .build());
        int children = depth > 6 || spans.size() > 300 ? 0 : random.nextInt(5);
        boolean oneAfterAnother = random.nextBoolean();
        long from = start;
        for (int i = 0; i < children && end - from > 10; i++) {
            long childStart = from + (random.nextInt(3) == 0 ? 0 : (long) (random.nextDouble() * (end - from)));
            long childEnd = childStart + (long) (random.nextDouble() * (end - childStart));
            grow(id, childStart, childEnd, depth + 1);
            from = oneAfterAnother ? childEnd : start;
        }
    }

    private List<Span> shuffled() {
        Collections.shuffle(spans, random);
        return spans;
    }
}
