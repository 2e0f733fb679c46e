package io.github.sre4j.source.internal.hint;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.source.internal.data.Association;
import io.github.sre4j.source.internal.data.DataAccess;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.Types;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Collections of loaded entities for which nothing says how they are fetched: each costs a statement per entity as soon as it is read, or at once if it is eager. */
final class FetchPlans implements Rule {

    private final Bodies bodies;
    private final DataAccess data;

    FetchPlans(Bodies bodies, DataAccess data) {
        this.bodies = bodies;
        this.data = data;
    }

    @Override
    public void check(Endpoint endpoint, Consumer<Hint> found) {
        Set<Type> loaded = new LinkedHashSet<>();
        endpoint.accesses().stream()
                .filter(each -> each.access().operations().contains("select"))
                .forEach(each -> loaded.addAll(each.access().entities()));
        Set<String> read = read(endpoint);
        Set<String> told = new HashSet<>();
        for (Type entity : loaded) {
            for (Association each : data.associations(entity)) {
                boolean open = each.many() && !each.planned() && !endpoint.fetches(entity, each.field());
                String field = each.owner().name() + "." + each.field();
                if (!open || !told.add(field)) {
                    continue;
                }
                Map<SourceName, String> names = new EnumMap<>(SourceName.class);
                endpoint.loads(entity).ifPresent(access -> Names.put(names, access, data));
                Names.put(names, entity, each, data);
                double score = !each.lazy() ? 0.8 : read.contains(field) ? 0.8 : 0.4;
                found.accept(new Hint(
                        CodeHint.Kind.COLLECTION_WITHOUT_FETCH_PLAN,
                        each.owner(),
                        null,
                        each.lines().at(),
                        each.lines(),
                        score,
                        names,
                        null));
            }
        }
    }

    private Set<String> read(Endpoint endpoint) {
        Set<String> read = new HashSet<>();
        for (Method method : endpoint.reach().methods()) {
            for (Site site : bodies.sites(method)) {
                Type receiver = site.receiver().type();
                if (receiver != null) {
                    data.association(receiver, Types.property(site.name()))
                            .ifPresent(each -> read.add(each.owner().name() + "." + each.field()));
                }
            }
        }
        return read;
    }
}
