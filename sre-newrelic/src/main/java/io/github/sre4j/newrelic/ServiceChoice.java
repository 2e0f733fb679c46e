package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.EntitySearch.Found;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import io.github.sre4j.text.Message;
import java.util.List;
import java.util.OptionalLong;

/** Decides which of the services found is meant; never guesses. */
final class ServiceChoice {

    private static final int NAMED = 5;

    private ServiceChoice() {}

    static Entity only(String app, OptionalLong account, Found found) throws TelemetryException {
        if (found.exact().size() == 1) {
            return found.exact().get(0);
        }
        Message asked = account.isPresent()
                ? Message.of(NewRelicTelemetry.class, "service.in-account", app, Long.toString(account.getAsLong()))
                : Message.of(NewRelicTelemetry.class, "service", app);
        if (found.exact().isEmpty()) {
            throw new TelemetryException(
                    Kind.MISCONFIGURED,
                    found.similar().isEmpty()
                            ? Message.of(NewRelicTelemetry.class, "service.none", asked)
                            : Message.of(
                                    NewRelicTelemetry.class, "service.similar", asked, list(found.similar(), false)));
        }
        boolean accountTells =
                found.exact().stream().mapToLong(Entity::account).distinct().count()
                        == found.exact().size();
        throw new TelemetryException(
                Kind.MISCONFIGURED,
                Message.of(
                        NewRelicTelemetry.class,
                        accountTells ? "service.several-accounts" : "service.several",
                        found.exact().size(),
                        asked,
                        list(found.exact(), !accountTells)));
    }

    private static Message list(List<Entity> entities, boolean withGuid) {
        List<Message> named = entities.stream()
                .limit(NAMED)
                .map(entity -> withGuid
                        ? Message.of(
                                NewRelicTelemetry.class,
                                "service.listed-guid",
                                entity.name(),
                                Long.toString(entity.account()),
                                entity.domain(),
                                entity.guid())
                        : Message.of(
                                NewRelicTelemetry.class,
                                "service.listed",
                                entity.name(),
                                Long.toString(entity.account()),
                                entity.domain()))
                .toList();
        return entities.size() <= NAMED
                ? Message.of(NewRelicTelemetry.class, "service.list", named)
                : Message.of(NewRelicTelemetry.class, "service.list-more", named, entities.size() - NAMED);
    }
}
