package io.github.sre4j.examples.faults;

import io.github.sre4j.trace.TraceData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A system in two minutes with a fault, and before.
 *
 * @param seed which one
 * @param fault the answer
 * @param reference requests before
 * @param window requests of the two minutes
 * @param hit requests of the window that come by the faulty code
 */
record Scenario(long seed, Fault fault, List<TraceData> reference, List<TraceData> window, int hit) {

    private static final int MIN_HIT = 2;
    private static final long EPOCH = 1_790_000_000_000_000_000L;
    private static final long WINDOW = EPOCH + 600_000_000_000L;

    /** When the two minutes begin and end. */
    static final Instant WINDOW_START = Instant.ofEpochSecond(0, WINDOW);

    static final Instant WINDOW_END = WINDOW_START.plusSeconds(120);

    /** Copies the lists. */
    Scenario {
        reference = List.copyOf(reference);
        window = List.copyOf(window);
    }

    /** The scenario of a seed: equal for equal seeds. */
    static Scenario of(long seed, Fault.Type type) {
        Random random = new Random(seed * 7919 + type.name().hashCode() % 1000);
        for (int attempt = 0; ; attempt++) {
            Topology topology = new TopologyGenerator(seed * 31 + attempt).generate();
            int requests = (int) Math.round(5 * Math.exp(random.nextDouble() * Math.log(60)));
            int before = Math.max(30, (int) (requests * (1 + 3 * random.nextDouble())));
            Fault fault = fault(type, topology, random);
            if (fault == null) {
                continue;
            }
            List<TraceData> window = new Simulation(topology, fault, seed + 1, WINDOW).run(requests, 120);
            int hit = (int) window.stream().filter(trace -> isHit(trace, fault)).count();
            if (type == Fault.Type.NONE || hit >= MIN_HIT) {
                return new Scenario(
                        seed,
                        fault,
                        new Simulation(topology, Fault.NONE, seed + 2, EPOCH).run(before, 600),
                        window,
                        hit);
            }
        }
    }

    private static boolean isHit(TraceData trace, Fault fault) {
        return trace.spans().stream()
                .anyMatch(span -> span.service().equals(fault.service())
                        && (fault.endpoint() == null || span.name().equals(fault.endpoint())));
    }

    private static @Nullable Fault fault(Fault.Type type, Topology topology, Random random) {
        if (type == Fault.Type.NONE) {
            return Fault.NONE;
        }
        List<ServiceSpec> services = new ArrayList<>(topology.services().values());
        services.removeIf(each -> each.name().equals(topology.entry()));
        ServiceSpec service = services.get(random.nextInt(services.size()));
        List<String> names = service.endpointNames();
        Endpoint endpoint = service.endpoint(names.get(random.nextInt(names.size())));
        List<Step> steps = endpoint.steps();
        double probability = random.nextInt(3) > 0 ? 1 : 0.6;
        switch (type) {
            case WRONG_RETURN, EXCEPTION -> {
                int position = 1 + random.nextInt(steps.size() - 1);
                List<Step> after = steps.subList(position, steps.size());
                boolean seen =
                        after.stream().anyMatch(each -> !(each instanceof Step.Work) && !(each instanceof Step.Branch));
                return seen || type == Fault.Type.EXCEPTION
                        ? new Fault(
                                type,
                                service.name(),
                                endpoint.name(),
                                position,
                                -1,
                                0,
                                probability,
                                steps.subList(0, position),
                                after)
                        : null;
            }
            case CPU -> {
                boolean one = random.nextInt(3) == 0;
                return new Fault(
                        type,
                        service.name(),
                        one ? endpoint.name() : null,
                        -1,
                        service.instances() > 1 && random.nextBoolean() ? 0 : -1,
                        2.5 + 6 * random.nextDouble(),
                        1,
                        List.of(),
                        List.of());
            }
            default -> {
                return new Fault(
                        type, service.name(), null, -1, -1, 20 + 180 * random.nextDouble(), 1, List.of(), List.of());
            }
        }
    }
}
