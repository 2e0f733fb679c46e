package io.github.sre4j.source.internal.data;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Notes;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.Types;
import io.github.sre4j.source.internal.program.Values;
import io.github.sre4j.source.internal.schema.Naming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All entities of the product: of JPA in {@code javax} and {@code jakarta}, and of Spring Data's own mappings. */
final class Entities {

    private static final String[] ENTITY = {"Entity", "Document", "Table"};

    private final Program program;
    private final Values values;
    private final Map<Type, Entity> byType = new LinkedHashMap<>();
    private final Map<String, Entity> byName = new HashMap<>();

    Entities(Program program, Types types, Values values) {
        this.program = program;
        this.values = values;
        AssociationReader associations = new AssociationReader(this, types, values);
        for (Type type : program.types()) {
            if (type.has(ENTITY) && !type.isInterface()) {
                byType.put(type, entity(type, List.of()));
            }
        }
        // Tables of associations need the names of all entities.
        byType.replaceAll((type, none) -> entity(type, associations.of(type)));
        byType.values().forEach(each -> byName.putIfAbsent(each.entityName(), each));
        byType.values().forEach(each -> byName.putIfAbsent(each.type().simpleName(), each));
    }

    Collection<Entity> all() {
        return byType.values();
    }

    Optional<Entity> of(Type type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The entity a query names: by entity name or class. */
    Optional<Entity> named(String name) {
        return Optional.ofNullable(byName.get(name))
                .or(() -> program.named(name).flatMap(this::of));
    }

    Program program() {
        return program;
    }

    private Entity entity(Type type, List<Association> associations) {
        Set<String> tables = tables(type);
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Type each : program.withSuperTypes(type)) {
            for (FieldFacts field : each.facts().fields()) {
                List<AnnotationFacts> annotations = annotations(each, field.name());
                if (!field.isStatic() || each.file().name().endsWith(".kt")) {
                    columns.putIfAbsent(field.name(), columns(field.name(), annotations, each));
                }
                if (Notes.find(annotations, "Id", "EmbeddedId").isPresent()) {
                    ids.add(field.name());
                }
            }
        }
        return new Entity(type, tables.iterator().next(), tables, entityName(type), columns, ids, associations);
    }

    /** The annotations of a property, on its field or its accessor. */
    List<AnnotationFacts> annotations(Type type, String property) {
        List<AnnotationFacts> all = new ArrayList<>();
        type.field(property).ifPresent(field -> all.addAll(field.annotations()));
        for (Method method : type.methods()) {
            if (method.facts().parameters().isEmpty()
                    && !method.facts().annotations().isEmpty()
                    && Types.property(method.name()).equals(property)) {
                all.addAll(method.facts().annotations());
            }
        }
        return all;
    }

    private String entityName(Type type) {
        return type.annotation("Entity")
                .flatMap(each -> values.text(each, type, "name"))
                .filter(name -> !name.isEmpty())
                .orElse(type.simpleName());
    }

    /** All names its table may have, the most likely first. */
    private Set<String> tables(Type type) {
        Set<String> names = new LinkedHashSet<>();
        type.annotation("Table")
                .flatMap(each -> values.text(each, type, "name", "value"))
                .ifPresent(name -> {
                    names.add(Naming.plain(name));
                    names.addAll(Naming.variants(name));
                });
        type.annotation("Document").ifPresent(each -> {
            String simple = type.simpleName();
            names.add(values.text(each, type, "collection", "value")
                    .map(Naming::plain)
                    .orElse(simple.toLowerCase(Locale.ROOT)));
        });
        names.removeIf(String::isEmpty);
        if (names.isEmpty()) {
            // With one table for all subclasses, the table is the topmost entity's.
            for (Type each : program.superTypes(type)) {
                boolean separate = each.annotation("Inheritance")
                        .map(inheritance -> !Notes.constant(inheritance, "strategy")
                                        .isEmpty()
                                && !Notes.constant(inheritance, "strategy").equals("SINGLE_TABLE"))
                        .orElse(false);
                if (each.has("Entity") && !separate) {
                    names.addAll(tables(each));
                }
            }
            names.addAll(Naming.variants(entityName(type)));
        }
        return names;
    }

    private List<String> columns(String field, List<AnnotationFacts> annotations, Type context) {
        Set<String> names = new LinkedHashSet<>();
        Notes.find(annotations, "Column", "JoinColumn", "Field", "PrimaryKeyJoinColumn")
                .flatMap(each -> values.text(each, context, "name", "value"))
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> {
                    names.add(Naming.plain(name));
                    names.addAll(Naming.variants(name));
                });
        if (names.isEmpty()) {
            boolean reference = Notes.find(annotations, "ManyToOne", "OneToOne").isPresent();
            for (String each : Naming.variants(field)) {
                names.add(reference ? each + "_id" : each);
            }
        }
        return List.copyOf(names);
    }
}
