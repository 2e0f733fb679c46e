package io.github.sre4j.source.internal.data;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.program.Notes;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.Values;
import io.github.sre4j.source.internal.schema.IndexDefinition;
import io.github.sre4j.source.internal.schema.IndexDefinition.Kind;
import io.github.sre4j.source.internal.schema.Naming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Columns and indexes that the annotations of entities declare, by the names a table and its columns may have. Immutable. */
final class EntityIndexes {

    private final Map<String, List<IndexDefinition>> indexes = new HashMap<>();
    private final Map<String, Set<String>> columns = new HashMap<>();
    private final Values values;

    EntityIndexes(Entities entities, Values values) {
        this.values = values;
        for (Entity entity : entities.all()) {
            List<IndexDefinition> declared = declared(entities, entity);
            Set<String> names = new HashSet<>();
            entity.columns().values().forEach(names::addAll);
            for (String table : entity.tables()) {
                indexes.computeIfAbsent(table, none -> new ArrayList<>()).addAll(declared);
                columns.computeIfAbsent(table, none -> new HashSet<>()).addAll(names);
            }
            entity.associations().forEach(association -> linked(entities, association));
        }
    }

    /** Adds the columns of tables without an entity, which hold values or pairs: those that link their rows to the entity. */
    private void linked(Entities entities, Association association) {
        Set<String> others = new HashSet<>(association.tables());
        Type target = association.target();
        if (target != null) {
            entities.of(target).ifPresent(entity -> others.removeAll(entity.tables()));
        }
        others.forEach(
                table -> columns.computeIfAbsent(table, none -> new HashSet<>()).addAll(association.links()));
    }

    List<IndexDefinition> of(String table) {
        return indexes.getOrDefault(table, List.of());
    }

    Set<String> columns(String table) {
        return columns.getOrDefault(table, Set.of());
    }

    private List<IndexDefinition> declared(Entities entities, Entity entity) {
        List<IndexDefinition> all = new ArrayList<>();
        String file = entity.type().simpleName();
        entity.ids().forEach(id -> add(all, entity.columns().getOrDefault(id, List.of()), Kind.PRIMARY_KEY, file));
        entity.type().annotation("Table").ifPresent(table -> {
            for (AnnotationFacts index : nested(table, "indexes")) {
                values.text(index, entity.type(), "columnList")
                        .ifPresent(list -> add(all, leading(entity, list.split(",", -1)[0]), Kind.INDEX, file));
            }
            for (AnnotationFacts unique : nested(table, "uniqueConstraints")) {
                values.texts(unique.values().get("columnNames"), entity.type()).stream()
                        .findFirst()
                        .ifPresent(column -> add(all, leading(entity, column), Kind.UNIQUE, file));
            }
        });
        for (Type each : entities.program().withSuperTypes(entity.type())) {
            for (FieldFacts field : each.facts().fields()) {
                List<String> names = entity.columns().getOrDefault(field.name(), List.of());
                field(entities.annotations(each, field.name()), names, all, file);
            }
        }
        return all;
    }

    private static void field(
            List<AnnotationFacts> annotations, List<String> names, List<IndexDefinition> all, String file) {
        boolean unique = Notes.find(annotations, "Column", "JoinColumn")
                .map(column -> Notes.constant(column, "unique").equals("true"))
                .orElse(false);
        boolean indexed = Notes.find(annotations, "NaturalId", "Index", "Indexed", "GeoSpatialIndexed")
                .isPresent();
        if (unique || indexed || Notes.find(annotations, "OneToOne").isPresent()) {
            // The key of a one-to-one association is unique.
            add(all, names, unique ? Kind.UNIQUE : Kind.INDEX, file);
        } else if (Notes.find(annotations, "ManyToOne").isPresent()) {
            add(all, names, Kind.FOREIGN_KEY, file);
        }
    }

    private static void add(List<IndexDefinition> all, List<String> names, Kind kind, String file) {
        names.forEach(name -> all.add(new IndexDefinition("", List.of(name), kind, file)));
    }

    private static List<String> leading(Entity entity, String column) {
        String name = column.strip().split("\\s+", -1)[0];
        List<String> names = new ArrayList<>(Naming.variants(name));
        names.addAll(entity.columns().getOrDefault(name, List.of()));
        return names;
    }

    private static List<AnnotationFacts> nested(AnnotationFacts annotation, String attribute) {
        Expr value = annotation.values().get(attribute);
        List<Expr> items = value instanceof Expr.Items many ? many.items() : value == null ? List.of() : List.of(value);
        return items.stream()
                .filter(Expr.Nested.class::isInstance)
                .map(each -> ((Expr.Nested) each).annotation())
                .toList();
    }
}
