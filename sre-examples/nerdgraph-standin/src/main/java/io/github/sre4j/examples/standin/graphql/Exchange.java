package io.github.sre4j.examples.standin.graphql;

import io.github.sre4j.examples.standin.misbehave.Fault;
import io.github.sre4j.examples.standin.misbehave.FaultType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One request while it is answered: what goes wrong with it, how many NRQL fields it had so far, who listens. */
final class Exchange {
    private final List<Fault> faults;
    private final Consumer<Asked> listener;
    private final AtomicInteger fields = new AtomicInteger();

    Exchange(List<Fault> faults, Consumer<Asked> listener) {
        this.faults = List.copyOf(faults);
        this.listener = listener;
    }

    Optional<Fault> fault(FaultType mode) {
        return faults.stream().filter(fault -> fault.mode() == mode).findFirst();
    }

    /** Notes a query and returns its number within the request, from 0. */
    int ask(Asked asked) {
        listener.accept(asked);
        return fields.getAndIncrement();
    }
}
