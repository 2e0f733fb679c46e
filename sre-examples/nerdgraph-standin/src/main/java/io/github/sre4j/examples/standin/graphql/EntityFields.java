package io.github.sre4j.examples.standin.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.github.sre4j.examples.standin.answer.NrqlEngine;
import io.github.sre4j.examples.standin.events.EventStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Entities, found in the events: every pair of a GUID and a name on any event. */
final class EntityFields {
    private static final int PAGE = 200;
    private static final List<String> GUIDS = List.of("entityGuid", "entity.guid");
    private static final List<String> NAMES = List.of("appName", "entity.name", "service.name");

    private final EventStore store;
    private final NrqlEngine engine;
    private final int account;
    private List<KnownEntity> known = List.of();
    private long knownVersion = -1;

    EntityFields(EventStore store, NrqlEngine engine, int account) {
        this.store = store;
        this.engine = engine;
        this.account = account;
    }

    synchronized List<KnownEntity> all() {
        if (knownVersion != store.version()) {
            knownVersion = store.version();
            Set<KnownEntity> found = new LinkedHashSet<>();
            store.tables()
                    .forEach((type, table) -> GUIDS.stream()
                            .filter(guid -> table.attributes().containsKey(guid) && type.indexOf('`') < 0)
                            .forEach(guid -> found.addAll(
                                    find(type, guid, table.attributes().keySet()))));
            known = found.stream()
                    .sorted(Comparator.comparing(KnownEntity::name).thenComparing(KnownEntity::guid))
                    .toList();
        }
        return known;
    }

    private List<KnownEntity> find(String eventType, String guid, Set<String> attributes) {
        List<KnownEntity> found = new ArrayList<>();
        NAMES.stream().filter(attributes::contains).forEach(name -> {
            String nrql = "SELECT count(*) FROM `" + eventType + "` FACET `" + guid + "`, `" + name
                    + "` SINCE 0 UNTIL 9999999999999 LIMIT MAX";
            for (Map<String, @Nullable Object> row : engine.answer(nrql).results()) {
                if (row.get("facet") instanceof List<?> pair
                        && pair.get(0) instanceof String id
                        && pair.get(1) instanceof String app) {
                    found.add(KnownEntity.of(id, app, account));
                }
            }
        });
        return found;
    }

    @Nullable
    Object entity(DataFetchingEnvironment field) {
        String guid = field.getArgument("guid");
        return all().stream()
                .filter(entity -> entity.guid().equals(guid))
                .findFirst()
                .orElse(null);
    }

    Object entities(DataFetchingEnvironment field) {
        List<String> guids = Objects.requireNonNull(field.<List<String>>getArgument("guids"));
        return all().stream().filter(entity -> guids.contains(entity.guid())).toList();
    }

    Object search(DataFetchingEnvironment field) {
        String query = field.getArgument("query");
        Map<String, Object> builder = field.getArgument("queryBuilder");
        if ((query == null) == (builder == null)) {
            throw new NerdGraphException("BAD_USER_INPUT", "Exactly one of query and queryBuilder must be given");
        }
        String text = query == null ? built(Objects.requireNonNull(builder)) : query;
        Predicate<KnownEntity> wanted = EntitySearch.parse(text);
        List<KnownEntity> found = all().stream().filter(wanted).toList();
        Map<String, Object> options = field.getArgumentOrDefault("options", Map.of());
        int page = options.get("limit") instanceof Integer limit ? Math.max(1, Math.min(limit, PAGE)) : PAGE;
        return Map.of("count", found.size(), "query", text, "found", found, "page", page);
    }

    /** A page of a search; the cursor is where it starts. */
    Object results(DataFetchingEnvironment field) {
        Map<String, Object> search = Objects.requireNonNull(field.<Map<String, Object>>getSource());
        List<?> found = (List<?>) Objects.requireNonNull(search.get("found"));
        int page = (Integer) Objects.requireNonNull(search.get("page"));
        String cursor = field.getArgument("cursor");
        int from = cursor == null || !cursor.matches("\\d{1,8}") ? 0 : Math.min(Integer.parseInt(cursor), found.size());
        int to = Math.min(from + page, found.size());
        Map<String, @Nullable Object> result = new HashMap<>();
        result.put("entities", found.subList(from, to));
        result.put("nextCursor", to < found.size() ? String.valueOf(to) : null);
        return result;
    }

    private static String built(Map<String, Object> builder) {
        List<String> parts = new ArrayList<>();
        builder.forEach((key, value) ->
                parts.add(key + " = '" + value.toString().replace("\\", "\\\\").replace("'", "\\'") + "'"));
        return String.join(" AND ", parts);
    }
}
