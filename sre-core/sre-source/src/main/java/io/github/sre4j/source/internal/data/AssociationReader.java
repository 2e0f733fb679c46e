package io.github.sre4j.source.internal.data;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.model.Lines;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Notes;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.TypeUse;
import io.github.sre4j.source.internal.program.Types;
import io.github.sre4j.source.internal.program.Values;
import io.github.sre4j.source.internal.schema.Naming;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the associations of entities, with the tables and columns that the defaults of JPA, Hibernate and Spring Boot give them. */
final class AssociationReader {

    private static final String[] KINDS = {
        "OneToMany", "ManyToMany", "ManyToOne", "OneToOne", "ElementCollection", "MappedCollection"
    };
    private static final Set<String> MANY = Set.of("OneToMany", "ManyToMany", "ElementCollection", "MappedCollection");
    private static final Set<String> LAZY = Set.of("OneToMany", "ManyToMany", "ElementCollection");

    private final Entities entities;
    private final Types types;
    private final Values values;

    AssociationReader(Entities entities, Types types, Values values) {
        this.entities = entities;
        this.types = types;
        this.values = values;
    }

    /** The associations of an entity, inherited and embedded ones included. */
    List<Association> of(Type entity) {
        List<Association> all = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Type each : entities.program().withSuperTypes(entity)) {
            for (FieldFacts field : each.facts().fields()) {
                if (!seen.add(field.name())) {
                    continue;
                }
                List<AnnotationFacts> annotations = entities.annotations(each, field.name());
                Notes.find(annotations, KINDS)
                        .ifPresent(kind -> all.add(association(entity, each, field, kind, annotations)));
                if (Notes.find(annotations, "Embedded").isPresent()) {
                    TypeUse embedded = types.use(field.type(), each);
                    if (embedded.type() != null && !embedded.type().equals(entity)) {
                        all.addAll(of(embedded.type()));
                    }
                }
            }
        }
        return all;
    }

    private Association association(
            Type entity, Type declaring, FieldFacts field, AnnotationFacts kind, List<AnnotationFacts> annotations) {
        String name = kind.simpleName();
        TypeUse target = target(declaring, field, kind);
        Type type = target.type();
        String fetch = Notes.constant(kind, "fetch");
        boolean lazy = fetch.isEmpty() ? LAZY.contains(name) : fetch.equals("LAZY");
        boolean planned = Notes.find(annotations, "BatchSize", "Fetch", "FetchProfileOverride")
                        .isPresent()
                || (type != null && type.has("BatchSize"));
        Set<String> tables = new LinkedHashSet<>();
        Set<String> links = new LinkedHashSet<>();
        switch (name) {
            case "ElementCollection" -> collectionTable(entity, field, annotations, declaring, tables, links);
            case "ManyToMany" -> {
                joinTable(entity, target, field, kind, annotations, declaring, tables, links);
                tables.addAll(tablesOf(type));
            }
            case "OneToMany", "MappedCollection" ->
                toMany(entity, target, field, kind, annotations, declaring, tables, links);
            default -> {
                tables.addAll(tablesOf(type));
                links.addAll(idsOf(type));
            }
        }
        return new Association(
                declaring,
                field.name(),
                lines(declaring, field, kind),
                MANY.contains(name),
                lazy,
                planned,
                entities.of(type == null ? declaring : type).isPresent() && type != null ? type : null,
                target.name(),
                tables,
                links);
    }

    /** Where the mapping stands. */
    private static Lines lines(Type type, FieldFacts field, AnnotationFacts kind) {
        if (field.annotations().contains(kind)) {
            return field.lines();
        }
        for (Method method : type.methods()) {
            if (method.facts().annotations().contains(kind)
                    && Types.property(method.name()).equals(field.name())) {
                return method.facts().lines();
            }
        }
        return field.lines();
    }

    private TypeUse target(Type declaring, FieldFacts field, AnnotationFacts kind) {
        if (kind.values().get("targetEntity") instanceof Expr.ClassOf target) {
            return types.use(target.type(), declaring);
        }
        TypeUse declared = types.use(field.type(), declaring);
        return declared.isMany() ? declared.element() : declared;
    }

    private void toMany(
            Type entity,
            TypeUse target,
            FieldFacts field,
            AnnotationFacts kind,
            List<AnnotationFacts> annotations,
            Type context,
            Set<String> tables,
            Set<String> links) {
        Optional<String> mappedBy = values.text(kind, context, "mappedBy").filter(each -> !each.isEmpty());
        Optional<AnnotationFacts> column = Notes.find(annotations, "JoinColumn");
        boolean table = Notes.find(annotations, "JoinTable").isPresent()
                || (mappedBy.isEmpty() && column.isEmpty() && kind.simpleName().equals("OneToMany"));
        if (table) {
            joinTable(entity, target, field, kind, annotations, context, tables, links);
        }
        tables.addAll(tablesOf(target.type()));
        if (column.isPresent()) {
            links.addAll(named(column.get(), context));
        } else if (mappedBy.isPresent() && target.type() != null) {
            String property = mappedBy.get().substring(mappedBy.get().lastIndexOf('.') + 1);
            links.addAll(entities.of(target.type())
                    .map(each -> each.columns().getOrDefault(property, List.of()))
                    .orElse(List.of()));
        }
        if (kind.simpleName().equals("MappedCollection")) {
            links.addAll(values.text(kind, context, "idColumn")
                    .map(Naming::variants)
                    .orElse(Naming.variants(entity.simpleName())));
        }
    }

    private void collectionTable(
            Type entity,
            FieldFacts field,
            List<AnnotationFacts> annotations,
            Type context,
            Set<String> tables,
            Set<String> links) {
        Optional<AnnotationFacts> table = Notes.find(annotations, "CollectionTable", "JoinTable");
        table.flatMap(each -> values.text(each, context, "name")).ifPresent(name -> {
            tables.add(Naming.plain(name));
            tables.addAll(Naming.variants(name));
        });
        if (tables.isEmpty()) {
            for (String name : names(entity)) {
                Naming.variants(field.name()).forEach(property -> tables.add(name + "_" + property));
            }
        }
        joinColumns(entity, table, annotations, context, links);
    }

    private void joinTable(
            Type entity,
            TypeUse target,
            FieldFacts field,
            AnnotationFacts kind,
            List<AnnotationFacts> annotations,
            Type context,
            Set<String> tables,
            Set<String> links) {
        Optional<AnnotationFacts> table = Notes.find(annotations, "JoinTable");
        Optional<String> mappedBy = values.text(kind, context, "mappedBy").filter(each -> !each.isEmpty());
        if (mappedBy.isPresent() && target.type() != null) {
            // The other side says how the table is named.
            Type other = target.type();
            for (AnnotationFacts each : entities.annotations(other, mappedBy.get())) {
                if (each.simpleName().equals("JoinTable")) {
                    values.text(each, other, "name").ifPresent(name -> tables.addAll(Naming.variants(name)));
                    links.addAll(nested(each, "inverseJoinColumns", other));
                }
            }
            if (tables.isEmpty()) {
                combined(names(other), names(entity), mappedBy.get(), tables);
            }
            return;
        }
        table.flatMap(each -> values.text(each, context, "name")).ifPresent(name -> {
            tables.add(Naming.plain(name));
            tables.addAll(Naming.variants(name));
        });
        if (tables.isEmpty()) {
            combined(names(entity), target.type() == null ? Set.of() : names(target.type()), field.name(), tables);
        }
        joinColumns(entity, table, annotations, context, links);
    }

    /** JPA joins the names of both tables, Spring Boot's strategy the name of one with the property. */
    private static void combined(Set<String> owner, Set<String> target, String property, Set<String> tables) {
        for (String a : owner) {
            target.forEach(b -> tables.add(a + "_" + b));
            tables.add(a + "_" + Naming.snake(property));
        }
    }

    private void joinColumns(
            Type entity,
            Optional<AnnotationFacts> table,
            List<AnnotationFacts> annotations,
            Type context,
            Set<String> links) {
        table.ifPresent(each -> links.addAll(nested(each, "joinColumns", context)));
        if (links.isEmpty()) {
            Notes.find(annotations, "JoinColumn").ifPresent(each -> links.addAll(named(each, context)));
        }
        if (links.isEmpty()) {
            for (String name : Naming.variants(entity.simpleName())) {
                links.add(name + "_id");
            }
        }
    }

    private List<String> nested(AnnotationFacts annotation, String attribute, Type context) {
        Expr value = annotation.values().get(attribute);
        List<Expr> items = value instanceof Expr.Items many ? many.items() : value == null ? List.of() : List.of(value);
        List<String> names = new ArrayList<>();
        for (Expr each : items) {
            if (each instanceof Expr.Nested column) {
                names.addAll(named(column.annotation(), context));
            }
        }
        return names;
    }

    private Set<String> named(AnnotationFacts column, Type context) {
        return values.text(column, context, "name")
                .filter(each -> !each.isEmpty())
                .map(each -> {
                    Set<String> names = new LinkedHashSet<>(Naming.variants(each));
                    names.add(Naming.plain(each));
                    return names;
                })
                .orElse(new LinkedHashSet<>());
    }

    private Set<String> names(Type type) {
        Set<String> names = new LinkedHashSet<>(tablesOf(type));
        names.addAll(Naming.variants(type.simpleName()));
        return names;
    }

    private Set<String> tablesOf(@Nullable Type type) {
        return type == null ? Set.of() : entities.of(type).map(Entity::tables).orElse(Set.of());
    }

    private Set<String> idsOf(@Nullable Type type) {
        Set<String> columns = new LinkedHashSet<>();
        Optional<Entity> entity = type == null ? Optional.empty() : entities.of(type);
        entity.ifPresent(each ->
                each.ids().forEach(id -> columns.addAll(each.columns().getOrDefault(id, List.of()))));
        return columns;
    }
}
