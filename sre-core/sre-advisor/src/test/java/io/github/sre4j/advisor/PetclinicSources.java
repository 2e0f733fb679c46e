package io.github.sre4j.advisor;

import io.github.sre4j.code.AssociationFacts;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.Libraries;
import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.sli.EndpointName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A few lines of spring-petclinic, as an index would find them. */
public final class PetclinicSources implements SourceIndex {

    private static final String OWNER = "src/main/java/org/springframework/samples/petclinic/owner/";
    private static final String PACKAGE = "org.springframework.samples.petclinic.owner.";

    private static final List<String> CONTROLLER = List.of(
            "\t@ModelAttribute(\"owner\")",
            "\tpublic Owner findOwner(@PathVariable(name = \"ownerId\", required = false) Integer ownerId) {",
            "\t\treturn ownerId == null ? new Owner()",
            "\t\t\t\t: this.owners.findById(ownerId)",
            "\t\t\t\t\t.orElseThrow(() -> new IllegalArgumentException(\"Owner not found with id: \" + ownerId",
            "\t\t\t\t\t\t\t+ \". Please ensure the ID is correct \" + \"and the owner exists in the database.\"));",
            "\t}");

    private static final List<String> REPOSITORY = List.of(
            "\t/**",
            "\t * Retrieve {@link Owner}s from the data store by last name, returning all owners",
            "\t */",
            "\tPage<Owner> findByLastNameStartingWith(String lastName, Pageable pageable);",
            "");

    private static final List<String> PET = List.of(
            "\t@OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)",
            "\t@JoinColumn(name = \"pet_id\")",
            "\t@OrderBy(\"date ASC\")",
            "\tprivate final Set<Visit> visits = new LinkedHashSet<>();",
            "");

    private final List<CodeHint> hints;

    /** Sources about which rules find nothing. */
    public PetclinicSources() {
        this(List.of());
    }

    PetclinicSources(List<CodeHint> hints) {
        this.hints = List.copyOf(hints);
    }

    static SourceLocation place(
            String file,
            int line,
            String className,
            @Nullable String method,
            SourceRule rule,
            Map<SourceName, String> names) {
        return new SourceLocation(
                OWNER + file,
                line,
                Math.max(1, line - 2),
                line + 2,
                PACKAGE + className,
                method,
                0.9,
                rule,
                names,
                "https://github.com/spring-projects/spring-petclinic/blob/b26f2352/" + OWNER + file + "#L" + line);
    }

    @Override
    public List<SourceLocation> handlers(EndpointName endpoint) {
        return endpoint.value().endsWith("owners (GET)")
                ? List.of(place(
                        "OwnerController.java", 98, "OwnerController", "processFindForm", SourceRule.ROUTE, Map.of()))
                : List.of();
    }

    @Override
    public Set<CodeTrait> traits() {
        return Set.of(CodeTrait.JPA_ENTITIES);
    }

    @Override
    public Libraries libraries() {
        return ShownLibraries.SERVICE;
    }

    @Override
    public List<SourceLocation> methods(String className, String method, int line) {
        return className.equals(PACKAGE + "OwnerController")
                ? List.of(place(
                        "OwnerController.java",
                        line == 0 ? 98 : line,
                        "OwnerController",
                        method.startsWith("lambda") ? "findOwner" : method,
                        SourceRule.STACK_FRAME,
                        Map.of()))
                : List.of();
    }

    @Override
    public List<SourceLocation> statements(StatementTarget statement, EndpointName endpoint) {
        return switch (statement.table()) {
            case "owners" ->
                List.of(place(
                        "OwnerRepository.java",
                        43,
                        "OwnerRepository",
                        "findByLastNameStartingWith",
                        SourceRule.DERIVED_QUERY,
                        Map.of(
                                SourceName.REPOSITORY,
                                "OwnerRepository",
                                SourceName.REPOSITORY_METHOD,
                                "findByLastNameStartingWith",
                                SourceName.TABLE,
                                "owners",
                                SourceName.ENTITY,
                                "Owner")));
            case "visits" ->
                List.of(place(
                        "Pet.java",
                        61,
                        "Pet",
                        null,
                        SourceRule.ENTITY_FIELD,
                        Map.of(
                                SourceName.ENTITY,
                                "Pet",
                                SourceName.FIELD,
                                "visits",
                                SourceName.TARGET,
                                "Visit",
                                SourceName.TABLE,
                                "visits")));
            default -> List.of();
        };
    }

    @Override
    public Optional<AssociationFacts> association(SourceLocation place) {
        return place.name(SourceName.FIELD)
                .map(field -> new AssociationFacts(AssociationFacts.Kind.TO_MANY, 0, "", false, null));
    }

    @Override
    public Set<CodeTrait> traits(SourceLocation place) {
        return Set.of(CodeTrait.SPRING_WEB);
    }

    @Override
    public List<CodeHint> hints(EndpointName endpoint) {
        return hints;
    }

    @Override
    public Optional<Snippet> snippet(SourceLocation place, int around) {
        return switch (place.file().substring(OWNER.length())) {
            case "OwnerController.java" ->
                place.line() == 66 ? Optional.of(snippet(place, 62, CONTROLLER, around)) : Optional.empty();
            case "OwnerRepository.java" -> Optional.of(snippet(place, 40, REPOSITORY, around));
            case "Pet.java" -> Optional.of(snippet(place, 58, PET, around));
            default -> Optional.empty();
        };
    }

    /** The lines that are known; whoever asks for more gets the whole file, of which the rest is blank. */
    private static Snippet snippet(SourceLocation place, int first, List<String> known, int around) {
        if (around < place.line()) {
            return new Snippet(place.file(), first, known);
        }
        List<String> whole = new ArrayList<>(List.of(
                "package org.springframework.samples.petclinic.owner;",
                "",
                "import java.util.List;",
                "import org.springframework.stereotype.Controller;"));
        while (whole.size() < first - 1) {
            whole.add("");
        }
        whole.addAll(known);
        return new Snippet(place.file(), 1, whole);
    }
}
