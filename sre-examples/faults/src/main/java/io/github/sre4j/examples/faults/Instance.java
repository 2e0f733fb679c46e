package io.github.sre4j.examples.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** One instance of a service on a host of its own: threads with a queue before them, processors that are shared. */
final class Instance {

    private final EventQueue time;
    private final Random random;
    private final int cores;
    private final double slowdown;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int threads;
    private int computing;
    final String host;

    Instance(EventQueue time, Random random, ServiceSpec service, int index, double slowdown) {
        this.time = time;
        this.random = random;
        this.cores = service.cores();
        this.threads = service.threads();
        this.slowdown = slowdown;
        this.host = service.name() + "-" + index;
    }

    void acquire(Runnable work) {
        if (threads > 0) {
            threads--;
            work.run();
        } else {
            waiting.add(work);
        }
    }

    void release() {
        Runnable next = waiting.poll();
        if (next == null) {
            threads++;
        } else {
            next.run();
        }
    }

    /** Computes: longer if others compute, with noise, and now and then with a pause. */
    void compute(double micros, Runnable next) {
        computing++;
        double shared = Math.max(1, (double) computing / cores);
        double noise = Math.exp(0.25 * random.nextGaussian());
        double pause = random.nextInt(400) == 0 ? 10_000 + random.nextInt(40_000) : 0;
        time.after(micros * shared * slowdown * noise + pause, () -> {
            computing--;
            next.run();
        });
    }
}
