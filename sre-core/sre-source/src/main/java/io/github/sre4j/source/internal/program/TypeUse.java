package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.TypeFacts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The type of an expression.
 *
 * @param name simple name as written; empty if unknown
 * @param type the product's type, or null for types of libraries
 * @param arguments its type arguments
 * @param isStatic whether the expression names the type itself
 */
public record TypeUse(String name, @Nullable Type type, List<TypeUse> arguments, boolean isStatic) {

    /** Not known. */
    public static final TypeUse UNKNOWN = new TypeUse("", null, List.of(), false);

    private static final Set<String> SINGLE = Set.of(
            "Optional",
            "Mono",
            "CompletableFuture",
            "CompletionStage",
            "Future",
            "ResponseEntity",
            "Uni",
            "HttpEntity");
    private static final Set<String> MANY = Set.of(
            "List",
            "Set",
            "Collection",
            "Iterable",
            "Stream",
            "ArrayList",
            "LinkedList",
            "HashSet",
            "LinkedHashSet",
            "TreeSet",
            "SortedSet",
            "Queue",
            "Deque",
            "ArrayDeque",
            "Page",
            "Slice",
            "Streamable",
            "Flux",
            "Multi",
            "Iterator",
            "ListIterator",
            "MutableList",
            "MutableSet",
            "IntStream",
            "LongStream",
            "Vector",
            "Map",
            "HashMap",
            "TreeMap",
            "LinkedHashMap",
            "SortedMap");

    /** Copies the list. */
    public TypeUse {
        arguments = List.copyOf(arguments);
    }

    /** A type of the product. */
    static TypeUse of(Type type) {
        return new TypeUse(type.simpleName(), type, List.of(), false);
    }

    /** A library's type with one argument. */
    static TypeUse of(String name, TypeUse argument) {
        return new TypeUse(name, null, List.of(argument), false);
    }

    /** Whether it is a container of many. */
    public boolean isMany() {
        return MANY.contains(name) || name.endsWith("[]");
    }

    /** Whether it is a container of one at most. */
    public boolean isSingle() {
        return SINGLE.contains(name);
    }

    /** What a container holds: the last argument; itself if it holds nothing. */
    public TypeUse element() {
        return arguments.isEmpty() ? UNKNOWN : arguments.get(arguments.size() - 1);
    }

    /** What is at the bottom of containers: {@code Owner} for {@code Optional<List<Owner>>}. */
    public TypeUse innermost() {
        TypeUse each = this;
        while ((each.isMany() || each.isSingle()) && !each.arguments.isEmpty()) {
            each = each.element();
        }
        return each;
    }

    /** Whether nothing is known. */
    public boolean isUnknown() {
        return name.isEmpty();
    }

    /** Whether it is an interface of the product. */
    boolean isInterface() {
        return type != null && type.facts().kind() == TypeFacts.Kind.INTERFACE;
    }
}
