package io.github.sre4j.examples.standin.graphql;

import io.github.sre4j.examples.standin.answer.NrqlEngine;
import io.github.sre4j.examples.standin.events.EventStore;
import java.time.Clock;

/** The account that events belong to. */
public final class KnownAccount {
    private KnownAccount() {}

    /** The account in the first GUID of the events, else 1. */
    public static int in(EventStore store) {
        NrqlEngine engine = new NrqlEngine(store, Clock.systemUTC());
        return new EntityFields(store, engine, 1)
                .all().stream()
                        .map(entity -> KnownEntity.decoded(entity.guid()).split("\\|", -1)[0])
                        .filter(part -> part.matches("\\d{1,9}"))
                        .mapToInt(Integer::parseInt)
                        .findFirst()
                        .orElse(1);
    }
}
