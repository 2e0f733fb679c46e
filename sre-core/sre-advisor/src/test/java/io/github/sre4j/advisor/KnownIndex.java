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

/** An index that knows one place for everything, a few hints and a few lines. */
record KnownIndex(SourceLocation place, List<CodeHint> hint, List<String> lines) implements SourceIndex {

    static SourceLocation place(SourceRule rule, Map<SourceName, String> names) {
        return new SourceLocation(
                "src/main/java/shop/Order.java", 40, 39, 44, "shop.Order", null, 0.9, rule, names, null);
    }

    @Override
    public List<SourceLocation> handlers(EndpointName endpoint) {
        return List.of(place);
    }

    @Override
    public List<SourceLocation> methods(String className, String method, int line) {
        return List.of(place);
    }

    @Override
    public List<SourceLocation> statements(StatementTarget statement, EndpointName endpoint) {
        return List.of(place);
    }

    @Override
    public List<SourceLocation> calls(String host, String path, EndpointName endpoint) {
        return List.of(place);
    }

    @Override
    public List<CodeHint> hints(EndpointName endpoint) {
        return hint;
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
    public Optional<AssociationFacts> association(SourceLocation of) {
        return of.name(SourceName.FIELD)
                .map(field -> new AssociationFacts(AssociationFacts.Kind.TO_MANY, 0, "", false, null));
    }

    @Override
    public Optional<Snippet> snippet(SourceLocation asked, int around) {
        int first = asked.line() - lines.size() / 2;
        if (around < asked.line()) {
            return Optional.of(new Snippet(asked.file(), first, lines));
        }
        List<String> whole = new ArrayList<>(List.of("package shop;", "", "class Order {"));
        while (whole.size() < first - 1) {
            whole.add("");
        }
        whole.addAll(lines);
        while (whole.size() < asked.lastLine()) {
            whole.add("");
        }
        return Optional.of(new Snippet(asked.file(), 1, whole));
    }
}
