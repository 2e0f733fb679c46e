package io.github.sre4j.source.data;

import io.github.sre4j.source.model.AnnotationFacts;
import io.github.sre4j.source.model.Expr;
import io.github.sre4j.source.model.FieldFacts;
import io.github.sre4j.source.program.Notes;
import io.github.sre4j.source.program.Type;
import io.github.sre4j.source.program.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which columns lead an index, by migrations and annotations. Immutable. */
final class Indexes {

    private final Schema schema;
    private final Map<String, Set<String>> annotated = new HashMap<>();

    Indexes(List<Path> resources, Entities entities, Values values) {
        schema = Schema.read(resources);
        for (Entity entity : entities.all()) {
            Set<String> leading = new HashSet<>();
            entity.ids().forEach(id -> leading.addAll(entity.columns().getOrDefault(id, List.of())));
            entity.type().annotation("Table").ifPresent(table -> {
                for (AnnotationFacts index : nested(table, "indexes")) {
                    values.text(index, entity.type(), "columnList")
                            .ifPresent(columns -> leading.addAll(leading(entity, columns.split(",", -1)[0])));
                }
                for (AnnotationFacts unique : nested(table, "uniqueConstraints")) {
                    values.texts(unique.values().get("columnNames"), entity.type()).stream()
                            .findFirst()
                            .ifPresent(column -> leading.addAll(leading(entity, column)));
                }
            });
            for (Type each : entities.program().withSuperTypes(entity.type())) {
                for (FieldFacts field : each.facts().fields()) {
                    List<AnnotationFacts> annotations = entities.annotations(each, field.name());
                    boolean unique = Notes.find(annotations, "Column", "JoinColumn")
                            .map(column -> Notes.constant(column, "unique").equals("true"))
                            .orElse(false);
                    boolean indexed = Notes.find(annotations, "NaturalId", "Index", "Indexed", "GeoSpatialIndexed")
                            .isPresent();
                    if (unique || indexed) {
                        leading.addAll(entity.columns().getOrDefault(field.name(), List.of()));
                    }
                }
            }
            entity.tables()
                    .forEach(table -> annotated
                            .computeIfAbsent(table, none -> new HashSet<>())
                            .addAll(leading));
        }
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

    /**
     * Whether no index helps a filter, as far as the product's files tell: none of its columns leads one. Where migrations exist but do not create the table,
     * nothing is known and the answer is no.
     */
    boolean lacksIndex(List<Filter> filters) {
        if (filters.isEmpty()) {
            return false;
        }
        for (Filter each : filters) {
            if (each.columns().isEmpty()
                    || (!schema.isEmpty() && each.tables().stream().noneMatch(schema::knows))) {
                return false;
            }
            for (String table : each.tables()) {
                Set<String> leading = new HashSet<>(annotated.getOrDefault(table, Set.of()));
                leading.addAll(schema.leading(table));
                if (each.columns().stream().anyMatch(leading::contains)) {
                    return false;
                }
            }
        }
        return true;
    }
}
