package io.github.sre4j.source;

import io.github.sre4j.code.AssociationFacts;
import io.github.sre4j.code.AssociationFacts.Kind;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.source.internal.config.Configuration;
import io.github.sre4j.source.internal.data.Association;
import io.github.sre4j.source.internal.data.DataAccess;
import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.program.Notes;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the mapping behind a field of a JPA entity. Immutable and thread-safe. */
final class Mappings {

    private static final List<String> DEFAULT_BATCH_SIZE = List.of(
            "spring.jpa.properties.hibernate.default_batch_fetch_size",
            "hibernate.default_batch_fetch_size",
            "quarkus.hibernate-orm.fetch.batch-size");

    private final Program program;
    private final DataAccess data;
    private final Configuration configuration;
    private final Places places;

    Mappings(Program program, DataAccess data, Configuration configuration, Places places) {
        this.program = program;
        this.data = data;
        this.configuration = configuration;
        this.places = places;
    }

    Optional<AssociationFacts> association(SourceLocation place) {
        Optional<String> field = place.name(SourceName.FIELD);
        return field.isEmpty() ? Optional.empty() : entity(place).flatMap(type -> facts(type, field.get()));
    }

    /** The entity itself, or of a hint in a loop the entity whose field is read there. */
    private Optional<Type> entity(SourceLocation place) {
        Optional<Type> declaring = program.named(place.className()).filter(type -> type.has("Entity"));
        return declaring.isPresent()
                ? declaring
                : place.name(SourceName.ENTITY)
                        .map(name -> program.types().stream()
                                .filter(type -> type.simpleName().equals(name) && type.has("Entity"))
                                .toList())
                        .filter(found -> found.size() == 1)
                        .map(found -> found.get(0));
    }

    private Optional<AssociationFacts> facts(Type entity, String field) {
        return data.association(entity, field).map(this::facts);
    }

    private AssociationFacts facts(Association association) {
        List<AnnotationFacts> annotations = data.annotations(association.owner(), association.field());
        Type target = association.target();
        Kind kind = kind(association, annotations);
        Optional<AnnotationFacts> declared = kind == Kind.TO_MANY
                ? Notes.find(annotations, "BatchSize")
                : Optional.ofNullable(target).flatMap(type -> type.annotation("BatchSize"));
        int size = declared.map(each -> number(Notes.constant(each, "size"))).orElse(0);
        String by = declared.isPresent() ? "@BatchSize" : "";
        if (declared.isEmpty()) {
            for (String key : DEFAULT_BATCH_SIZE) {
                for (String value : configuration.values(key)) {
                    size = Math.max(size, number(value));
                    by = "hibernate.default_batch_fetch_size";
                }
            }
        }
        boolean planned =
                Notes.find(annotations, "Fetch", "FetchProfileOverride").isPresent();
        return new AssociationFacts(kind, size, by, planned, target == null ? null : declaration(target));
    }

    private static Kind kind(Association association, List<AnnotationFacts> annotations) {
        if (association.many()) {
            return Kind.TO_MANY;
        }
        boolean inverse = Notes.find(annotations, "OneToOne")
                .map(each -> each.value("mappedBy").isPresent())
                .orElse(false);
        return inverse ? Kind.INVERSE_TO_ONE : Kind.TO_ONE;
    }

    /** The class of an entity, unless it extends another entity, whose class would have to carry the annotation. */
    private @Nullable SourceLocation declaration(Type target) {
        boolean extendsEntity = program.superTypes(target).stream().anyMatch(type -> type.has("Entity"));
        return extendsEntity || !target.has("Entity")
                ? null
                : places.at(
                        target,
                        null,
                        target.facts().lines().at(),
                        target.facts().lines(),
                        1,
                        SourceRule.ENTITY,
                        Map.of(SourceName.ENTITY, target.simpleName()));
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text.replace("_", "")));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
