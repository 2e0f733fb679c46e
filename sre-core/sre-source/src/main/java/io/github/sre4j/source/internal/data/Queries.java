package io.github.sre4j.source.internal.data;

import io.github.sre4j.code.SourceRule;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.schema.Naming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the text of queries and the names of derived ones into {@link Access}. */
final class Queries {

    private final Entities entities;

    Queries(Entities entities) {
        this.entities = entities;
    }

    /** What a text of SQL, JPQL or HQL asks for; empty if it is none. */
    Optional<Access> text(String text, Set<String> fetched, String repository, String method) {
        return SqlText.parse(text).map(sql -> {
            Map<String, Entity> aliases = new HashMap<>();
            Map<String, Set<String>> aliasTables = new HashMap<>();
            List<Type> types = new ArrayList<>();
            Set<String> tables = new LinkedHashSet<>();
            Set<String> joined = new LinkedHashSet<>();
            Set<String> along = new LinkedHashSet<>(fetched);
            for (SqlText.Source source : sql.sources()) {
                Set<String> to = tables.isEmpty() ? tables : joined;
                Optional<Entity> entity = entities.named(source.name());
                if (entity.isPresent()) {
                    types.add(entity.get().type());
                    aliases.put(source.alias(), entity.get());
                    to.addAll(entity.get().tables());
                } else if (source.name().indexOf('.') > 0
                        && path(source.name(), aliases).isPresent()) {
                    Association association = path(source.name(), aliases).get();
                    joined.addAll(association.tables());
                    if (source.fetched()) {
                        along.add(association.field());
                    }
                    Optional.ofNullable(association.target())
                            .flatMap(entities::of)
                            .ifPresent(target -> aliases.put(source.alias(), target));
                } else {
                    String name = Naming.plain(source.name());
                    to.add(name);
                    aliasTables.put(source.alias(), Set.of(name));
                    entityOf(name).ifPresent(each -> types.add(each.type()));
                }
            }
            List<Filter> filters = new ArrayList<>();
            for (String each : sql.filters()) {
                filters.add(filter(each, aliases, aliasTables, tables));
            }
            return new Access(
                    SourceRule.QUERY,
                    Set.of(sql.operation()),
                    types,
                    tables,
                    joined,
                    filters,
                    along,
                    repository,
                    method,
                    StatementText.normalize(text));
        });
    }

    private Optional<Entity> entityOf(String table) {
        return entities.all().stream()
                .filter(each -> each.tables().contains(table))
                .findFirst();
    }

    /** The association a path such as {@code o.pets} ends in. */
    private Optional<Association> path(String path, Map<String, Entity> aliases) {
        String[] parts = path.split("\\.", -1);
        Entity entity = aliases.get(parts[0]);
        Optional<Association> found = Optional.empty();
        for (int i = 1; i < parts.length && entity != null; i++) {
            found = entity.association(parts[i]);
            entity = found.map(Association::target).flatMap(entities::of).orElse(null);
        }
        return found;
    }

    private Filter filter(
            String path, Map<String, Entity> aliases, Map<String, Set<String>> aliasTables, Set<String> tables) {
        String[] parts = path.split("\\.", -1);
        Entity entity = aliases.get(parts.length > 1 ? parts[0] : "");
        if (entity == null && parts.length == 1 && aliases.size() == 1) {
            entity = aliases.values().iterator().next();
        }
        if (entity != null) {
            List<String> properties = List.of(parts).subList(parts.length > 1 ? 1 : 0, parts.length);
            return property(entity, properties);
        }
        Set<String> of = parts.length > 1 ? aliasTables.getOrDefault(parts[parts.length - 2], tables) : tables;
        return new Filter(of, List.of(Naming.plain(parts[parts.length - 1])));
    }

    private Filter property(Entity start, List<String> properties) {
        Entity entity = start;
        for (int i = 0; i < properties.size() - 1; i++) {
            Optional<Association> association = entity.association(properties.get(i));
            Optional<Entity> next = association.map(Association::target).flatMap(entities::of);
            if (next.isEmpty()) {
                break;
            }
            // The key of the other side stands in this table.
            boolean key = i == properties.size() - 2 && next.get().ids().contains(properties.get(i + 1));
            if (key && !association.get().many()) {
                return new Filter(entity.tables(), entity.columns().getOrDefault(properties.get(i), List.of()));
            }
            entity = next.get();
        }
        String last = properties.get(properties.size() - 1);
        List<String> columns = entity.columns().get(last);
        return new Filter(entity.tables(), columns != null ? columns : List.copyOf(Naming.variants(last)));
    }

    /** What the name of a repository's method asks for. */
    Optional<Access> derived(Type entityType, String name, Set<String> fetched, String repository) {
        Optional<DerivedQuery> query = DerivedQuery.parse(name);
        Optional<Entity> entity = entities.of(entityType);
        if (query.isEmpty() || entity.isEmpty()) {
            return Optional.empty();
        }
        List<Filter> filters = new ArrayList<>();
        for (String each : query.get().properties()) {
            filters.add(property(entity.get(), split(entity.get(), each)));
        }
        return Optional.of(new Access(
                SourceRule.DERIVED_QUERY,
                query.get().operations(),
                List.of(entityType),
                entity.get().tables(),
                Set.of(),
                filters,
                fetched,
                repository,
                name,
                ""));
    }

    /** {@code ownerLastName} is a field of that name, else {@code owner.lastName}. */
    private List<String> split(Entity entity, String property) {
        if (property.equals("id") && !entity.ids().isEmpty()) {
            return List.of(entity.ids().iterator().next());
        }
        if (entity.columns().containsKey(property)) {
            return List.of(property);
        }
        for (int i = property.length() - 1; i > 0; i--) {
            boolean cut = Character.isUpperCase(property.charAt(i)) || property.charAt(i) == '_';
            String head = property.substring(0, i);
            if (cut && entity.columns().containsKey(head)) {
                String tail = property.substring(property.charAt(i) == '_' ? i + 1 : i);
                String rest = tail.substring(0, 1).toLowerCase(Locale.ROOT) + tail.substring(1);
                List<String> path = new ArrayList<>(List.of(head));
                Optional<Entity> target =
                        entity.association(head).map(Association::target).flatMap(entities::of);
                path.addAll(target.map(each -> split(each, rest)).orElse(List.of(rest)));
                return path;
            }
        }
        return List.of(property);
    }

    /** What a call of a library's method on an entity asks for. */
    Access library(Entity entity, Set<String> operations, boolean byId, String repository, String method) {
        List<Filter> filters = new ArrayList<>();
        if (byId) {
            for (String id : entity.ids()) {
                filters.add(new Filter(entity.tables(), entity.columns().getOrDefault(id, List.of())));
            }
        }
        return new Access(
                SourceRule.DERIVED_QUERY,
                operations,
                List.of(entity.type()),
                entity.tables(),
                Set.of(),
                filters,
                Set.of(),
                repository,
                method,
                "");
    }
}
