package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.MethodFacts;
import java.util.Optional;

/**
 * A method of the product. Two are the same if type, name and lines are.
 *
 * @param owner the type it stands in
 * @param facts what it holds
 */
public record Method(Type owner, MethodFacts facts) {

    private static final String LAMBDA = "lambda$";

    /** Returns the name of a lambda as a method of its own, distinct from those of other lambdas in the same method. */
    public static String lambdaName(String method, int number) {
        return LAMBDA + method + "$" + number;
    }

    /** Its name. */
    public String name() {
        return facts.name();
    }

    /** Returns its name as people know it: of a lambda, the name of the method around it. */
    public String shownName() {
        String name = name();
        return name.startsWith(LAMBDA) && name.lastIndexOf('$') > LAMBDA.length()
                ? name.substring(LAMBDA.length(), name.lastIndexOf('$'))
                : name;
    }

    /** Whether it carries an annotation of one of these simple names. */
    public boolean has(String... annotations) {
        return Notes.find(facts.annotations(), annotations).isPresent();
    }

    /** Its annotation of that simple name. */
    public Optional<AnnotationFacts> annotation(String name) {
        return Notes.find(facts.annotations(), name);
    }

    /** Whether calls to it with so many arguments fit. */
    boolean takes(int arguments) {
        return facts.parameters().size() == arguments;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Method that
                && that.name().equals(name())
                && that.facts.lines().equals(facts.lines())
                && that.owner.equals(owner);
    }

    @Override
    public int hashCode() {
        return owner.hashCode() * 31 + name().hashCode() + facts.lines().at();
    }

    @Override
    public String toString() {
        return owner.name() + "." + name();
    }
}
