package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.model.FileFacts;
import io.github.sre4j.source.internal.model.MethodFacts;
import io.github.sre4j.source.internal.model.TypeFacts;
import io.github.sre4j.source.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A type of the product. Two are the same if file and name are. */
public final class Type {

    private final SourceFile file;
    private final FileFacts unit;
    private final TypeFacts facts;
    private final List<Method> methods;

    /**
     * A type.
     *
     * @param file where it stands
     * @param unit what the file holds
     * @param facts what the type holds
     */
    public Type(SourceFile file, FileFacts unit, TypeFacts facts) {
        this.file = file;
        this.unit = unit;
        this.facts = facts;
        List<Method> all = new ArrayList<>(facts.methods().size());
        for (MethodFacts each : facts.methods()) {
            all.add(new Method(this, each));
        }
        methods = List.copyOf(all);
    }

    /** Where it stands. */
    public SourceFile file() {
        return file;
    }

    /** What its file holds. */
    public FileFacts unit() {
        return unit;
    }

    /** What it holds. */
    public TypeFacts facts() {
        return facts;
    }

    /** Fully qualified, nested types with {@code $}. */
    public String name() {
        return facts.name();
    }

    /** The last part of the name. */
    public String simpleName() {
        return facts.simpleName();
    }

    /** Its methods and constructors. */
    public List<Method> methods() {
        return methods;
    }

    /** The field of that name, if the type itself has it. */
    public Optional<FieldFacts> field(String name) {
        for (FieldFacts each : facts.fields()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether it carries an annotation of one of these simple names. */
    public boolean has(String... annotations) {
        return Notes.find(facts.annotations(), annotations).isPresent();
    }

    /** Its annotation of that simple name. */
    public Optional<AnnotationFacts> annotation(String name) {
        return Notes.find(facts.annotations(), name);
    }

    /** Whether it is an interface. */
    public boolean isInterface() {
        return facts.kind() == TypeFacts.Kind.INTERFACE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Type that && that.name().equals(name()) && that.file.equals(file);
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
