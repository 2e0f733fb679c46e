package io.github.sre4j.maven.source.program;

import io.github.sre4j.maven.source.model.AnnotationFacts;
import io.github.sre4j.maven.source.model.FieldFacts;
import io.github.sre4j.maven.source.model.FileFacts;
import io.github.sre4j.maven.source.model.TypeFacts;
import io.github.sre4j.maven.source.scan.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A type of the product. Two are the same if file and name are.
 *
 * @param file where it stands
 * @param unit what the file holds
 * @param facts what the type holds
 */
public record Type(SourceFile file, FileFacts unit, TypeFacts facts) {

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
        return facts.methods().stream().map(each -> new Method(this, each)).toList();
    }

    /** The field of that name, if the type itself has it. */
    public Optional<FieldFacts> field(String name) {
        return facts.fields().stream().filter(each -> each.name().equals(name)).findFirst();
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
