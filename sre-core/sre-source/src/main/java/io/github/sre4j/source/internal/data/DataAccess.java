package io.github.sre4j.source.internal.data;

import io.github.sre4j.code.FilterIndex;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.source.internal.config.Configuration;
import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.program.Calls;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.TypeUse;
import io.github.sre4j.source.internal.program.Types;
import io.github.sre4j.source.internal.program.Values;
import io.github.sre4j.source.internal.schema.MigrationFiles;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which methods and calls ask the database, and for what. Thread-safe. */
public final class DataAccess {

    private static final Set<String> SQL_CALLS = Set.of(
            "query",
            "queryForObject",
            "queryForList",
            "queryForMap",
            "queryForStream",
            "queryForRowSet",
            "update",
            "batchUpdate",
            "execute",
            "executeQuery",
            "executeUpdate",
            "sql",
            "prepareStatement",
            "prepareCall",
            "createQuery",
            "createNativeQuery",
            "createSQLQuery",
            "createSelectionQuery",
            "createMutationQuery",
            "addBatch",
            "fetch",
            "resultQuery",
            "find",
            "list",
            "stream",
            "delete");
    private static final Set<String> MANAGERS = Set.of(
            "EntityManager",
            "Session",
            "StatelessSession",
            "JpaOperations",
            "R2dbcEntityTemplate",
            "JdbcAggregateTemplate",
            "MongoTemplate");
    private static final Map<String, Set<String>> MANAGER_CALLS = Map.ofEntries(
            Map.entry("find", Set.of("select")),
            Map.entry("get", Set.of("select")),
            Map.entry("findById", Set.of("select")),
            Map.entry("findAll", Set.of("select")),
            Map.entry("getReference", Set.of("select")),
            Map.entry("load", Set.of("select")),
            Map.entry("refresh", Set.of("select")),
            Map.entry("persist", Set.of("insert")),
            Map.entry("save", Set.of("insert", "update")),
            Map.entry("insert", Set.of("insert")),
            Map.entry("merge", Set.of("select", "update", "insert")),
            Map.entry("update", Set.of("update")),
            Map.entry("remove", Set.of("delete")),
            Map.entry("delete", Set.of("delete")));
    private static final String[] TEXTS = {
        "Query", "NativeQuery", "Select", "Insert", "Update", "Delete", "SqlQuery", "SqlUpdate"
    };

    private final Program program;
    private final Types types;
    private final Values values;
    private final Calls calls;
    private final Entities entities;
    private final Queries queries;
    private final Indexes indexes;
    private final Map<Method, Optional<Access>> declared = new ConcurrentHashMap<>();
    private final Map<Site, Optional<Access>> sites = new ConcurrentHashMap<>();

    /** Data access in a program, whose migrations lie in these folders. */
    public DataAccess(
            Program program,
            Types types,
            Values values,
            Calls calls,
            List<Path> resources,
            Configuration configuration) {
        this.program = program;
        this.types = types;
        this.values = values;
        this.calls = calls;
        this.entities = new Entities(program, types, values);
        this.queries = new Queries(entities);
        this.indexes = new Indexes(MigrationFiles.read(resources), new EntityIndexes(entities, values), configuration);
    }

    Entities entities() {
        return entities;
    }

    Queries queries() {
        return queries;
    }

    /** What a repository's method without body asks for; empty for other methods. */
    public Optional<Access> of(Method method) {
        Optional<Access> known = declared.get(method);
        if (known == null) {
            known = method.facts().hasBody() ? Optional.empty() : declaration(method);
            declared.put(method, known);
        }
        return known;
    }

    /** What a call asks for that ends in a library; empty for other calls. */
    public Optional<Access> of(Site site) {
        Optional<Access> known = sites.get(site);
        if (known == null) {
            known = site.expr() instanceof Expr.Call || site.expr() instanceof Expr.Reference
                    ? call(site)
                    : Optional.empty();
            sites.put(site, known);
        }
        return known;
    }

    private Optional<Access> declaration(Method method) {
        Type owner = method.owner();
        Set<String> fetched = graph(method);
        for (String each : TEXTS) {
            Optional<String> text =
                    method.annotation(each).flatMap(query -> values.text(query, owner, "value", "nativeQuery"));
            if (text.isPresent()) {
                String joined = method.annotation(each)
                        .map(query ->
                                String.join(" ", values.texts(query.values().get("value"), owner)))
                        .orElse("");
                Optional<TypeUse> entity = types.entity(owner);
                String resolved = joined.replace(
                        "#{#entityName}", entity.map(TypeUse::name).orElse("#"));
                return queries.text(resolved, fetched, owner.simpleName(), method.name());
            }
        }
        Optional<TypeUse> entity = types.entity(owner);
        Type type = entity.map(TypeUse::type).orElse(null);
        if (type == null) {
            return Optional.empty();
        }
        return named(type, method, fetched).or(() -> queries.derived(type, method.name(), fetched, owner.simpleName()));
    }

    /** A named query on the entity: {@code Owner.findByCity}. */
    private Optional<Access> named(Type entity, Method method, Set<String> fetched) {
        String name = entity.simpleName() + "." + method.name();
        for (AnnotationFacts each : entity.facts().annotations()) {
            List<AnnotationFacts> all = each.simpleName().equals("NamedQueries") ? nested(each) : List.of(each);
            for (AnnotationFacts query : all) {
                if (query.simpleName().endsWith("Query")
                        && values.text(query, entity, "name").equals(Optional.of(name))) {
                    return values.text(query, entity, "query")
                            .flatMap(text ->
                                    queries.text(text, fetched, method.owner().simpleName(), method.name()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<AnnotationFacts> nested(AnnotationFacts annotation) {
        return annotation.values().get("value") instanceof Expr.Items items
                ? items.items().stream()
                        .filter(Expr.Nested.class::isInstance)
                        .map(each -> ((Expr.Nested) each).annotation())
                        .toList()
                : List.of();
    }

    /** Fields that an {@code @EntityGraph} fetches along. */
    private Set<String> graph(Method method) {
        Set<String> fetched = new LinkedHashSet<>();
        method.annotation("EntityGraph").ifPresent(graph -> {
            for (String path : values.texts(graph.values().get("attributePaths"), method.owner())) {
                fetched.addAll(List.of(path.split("\\.")));
            }
            if (values.text(graph, method.owner(), "value").isPresent()) {
                types.entity(method.owner()).map(TypeUse::type).ifPresent(type -> named(type, fetched));
            }
        });
        return fetched;
    }

    /** A named graph of the entity: its nodes. */
    private void named(Type entity, Set<String> fetched) {
        entity.annotation("NamedEntityGraph")
                .map(each -> each.values().get("attributeNodes"))
                .ifPresent(nodes -> {
                    List<Expr> items = nodes instanceof Expr.Items many ? many.items() : List.of(nodes);
                    for (Expr each : items) {
                        if (each instanceof Expr.Nested node) {
                            values.text(node.annotation(), entity, "value").ifPresent(fetched::add);
                        }
                    }
                });
    }

    private Optional<Access> call(Site site) {
        TypeUse receiver = site.receiver();
        String caller = site.method().owner().simpleName();
        if (receiver.type() != null) {
            return calls.targets(site).isEmpty() ? inherited(site, receiver, receiver.type()) : Optional.empty();
        }
        Optional<Access> managed = MANAGERS.contains(receiver.name()) ? managed(site, caller) : Optional.empty();
        if (managed.isPresent()) {
            return managed;
        }
        if (SQL_CALLS.contains(site.name()) && !site.arguments().isEmpty()) {
            String text = values.template(site.arguments().get(0), site.scope());
            return queries.text(
                    text.replace(String.valueOf(Values.UNKNOWN), " ? "),
                    Set.of(),
                    caller,
                    site.method().name());
        }
        return Optional.empty();
    }

    /** A repository's method that its framework brings, or an entity that is its own repository. */
    private Optional<Access> inherited(Site site, TypeUse receiver, Type type) {
        Optional<Entity> entity = types.entity(type)
                .map(TypeUse::type)
                .flatMap(entities::of)
                .or(() -> program.superRefs(type).stream()
                                .anyMatch(each -> each.simpleName().startsWith("PanacheEntity"))
                        ? entities.of(type)
                        : Optional.empty());
        if (entity.isEmpty()) {
            return Optional.empty();
        }
        return DerivedQuery.parse(site.name().replaceFirst("^list", "find").replaceFirst("^persist", "save"))
                .map(query -> queries.library(
                        entity.get(),
                        query.operations(),
                        site.name().contains("ById") || site.name().equals("getOne"),
                        receiver.name(),
                        site.name()));
    }

    private Optional<Access> managed(Site site, String caller) {
        Set<String> operations = MANAGER_CALLS.get(site.name());
        if (operations == null || site.arguments().isEmpty()) {
            return Optional.empty();
        }
        for (Expr each : site.arguments()) {
            Type type = each instanceof Expr.ClassOf named
                    ? program.resolve(named.type().name(), site.method().owner())
                            .orElse(null)
                    : types.of(each, site.scope()).innermost().type();
            Optional<Entity> entity = type == null ? Optional.empty() : entities.of(type);
            if (entity.isPresent()) {
                boolean byId =
                        operations.equals(Set.of("select")) && !site.name().equals("findAll");
                return Optional.of(queries.library(
                        entity.get(), operations, byId, caller, site.method().name()));
            }
        }
        return Optional.empty();
    }

    /** The association behind a property of an entity; empty if there is none. */
    public Optional<Association> association(Type type, String property) {
        return entities.of(type).flatMap(each -> each.association(property));
    }

    /** The associations of an entity; none of other types. */
    public List<Association> associations(Type type) {
        return entities.of(type).map(Entity::associations).orElse(List.of());
    }

    /** The annotations of a property, on its field or its accessor. */
    public List<AnnotationFacts> annotations(Type type, String property) {
        return entities.annotations(type, property);
    }

    /** The most likely name of an entity's table; empty if it is none. */
    public Optional<String> table(Type type) {
        return entities.of(type).map(Entity::table);
    }

    /** Whether no index helps a query with these filters, as far as the product's files tell. */
    public boolean lacksIndex(List<Filter> filters) {
        return indexes.lacksIndex(filters);
    }

    /** Returns what the product's files tell about an index for a statement's filter. */
    public FilterIndex filterIndex(StatementTarget statement) {
        return indexes.find(statement);
    }

    /** Whether a type is an entity. */
    public boolean isEntity(Type type) {
        return entities.of(type).isPresent();
    }
}
