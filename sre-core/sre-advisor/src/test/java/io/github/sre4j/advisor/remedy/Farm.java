package io.github.sre4j.advisor.remedy;

import io.github.sre4j.advisor.ShownLibraries;
import io.github.sre4j.code.AssociationFacts;
import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.FilterIndex;
import io.github.sre4j.code.Libraries;
import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.StatementTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An index that knows one file of a product with JPA. */
record Farm(
        List<String> text,
        @Nullable AssociationFacts mapping,
        FilterIndex filterIndex,
        Set<CodeTrait> traits,
        Libraries libraries)
        implements SourceIndex {

    static final List<String> ENTITY = List.of(
            "package farm;",
            "",
            "import jakarta.persistence.*;",
            "",
            "@Entity",
            "class Barn {",
            "    @OneToMany",
            "    List<Cow> cows;",
            "}");

    Farm(@Nullable AssociationFacts mapping) {
        this(ENTITY, mapping, FilterIndex.UNKNOWN, Set.of(CodeTrait.JPA_ENTITIES));
    }

    Farm(List<String> text, @Nullable AssociationFacts mapping, FilterIndex filterIndex, Set<CodeTrait> traits) {
        this(text, mapping, filterIndex, traits, ShownLibraries.SERVICE);
    }

    Farm with(CodeTrait trait) {
        return new Farm(text, mapping, filterIndex, Set.of(CodeTrait.JPA_ENTITIES, trait), libraries);
    }

    Farm with(Libraries others) {
        return new Farm(text, mapping, filterIndex, traits, others);
    }

    Farm withoutJpa() {
        return new Farm(text, mapping, filterIndex, Set.of(), libraries);
    }

    Farm filter(FilterIndex index) {
        return new Farm(text, mapping, index, traits, libraries);
    }

    @Override
    public FilterIndex filterIndex(StatementTarget statement) {
        return filterIndex;
    }

    @Override
    public Optional<AssociationFacts> association(SourceLocation place) {
        return Optional.ofNullable(mapping);
    }

    @Override
    public Set<CodeTrait> traits(SourceLocation place) {
        return traits;
    }

    @Override
    public Optional<Snippet> snippet(SourceLocation place, int around) {
        return Optional.of(new Snippet(place.file(), 1, text));
    }
}
