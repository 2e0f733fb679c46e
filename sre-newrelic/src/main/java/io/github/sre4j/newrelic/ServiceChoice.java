package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.EntitySearch.Found;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides which of the services found is meant; never guesses. */
final class ServiceChoice {

    private static final int NAMED = 5;

    private ServiceChoice() {}

    static Entity only(String app, OptionalLong account, Found found) throws TelemetryException {
        if (found.exact().size() == 1) {
            return found.exact().get(0);
        }
        String where = account.isPresent() ? " in account " + account.getAsLong() : "";
        if (found.exact().isEmpty()) {
            String hint = found.similar().isEmpty()
                    ? "; check the name, the account, the region and whether the key may see it"
                    : "; similar names are " + list(found.similar());
            throw new TelemetryException(Kind.MISCONFIGURED, "New Relic has no service '" + app + "'" + where + hint);
        }
        boolean accountTells =
                found.exact().stream().mapToLong(Entity::account).distinct().count()
                        == found.exact().size();
        throw new TelemetryException(
                Kind.MISCONFIGURED,
                "New Relic has " + found.exact().size() + " services '" + app + "'" + where + ": "
                        + (accountTells
                                ? list(found.exact()) + "; choose one with sre.account"
                                : listed(found.exact(), entity -> ", GUID " + entity.guid())
                                        + "; choose one with sre.guid"));
    }

    private static String list(List<Entity> entities) {
        return listed(entities, entity -> "");
    }

    private static String listed(List<Entity> entities, Function<Entity, String> more) {
        String named = entities.stream()
                .limit(NAMED)
                .map(entity -> "'" + entity.name() + "' (account " + entity.account() + ", " + entity.domain()
                        + more.apply(entity) + ")")
                .collect(Collectors.joining(", "));
        return entities.size() <= NAMED ? named : named + " and " + (entities.size() - NAMED) + " more";
    }
}
