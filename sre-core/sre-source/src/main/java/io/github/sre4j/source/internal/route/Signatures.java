package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.program.Method;
import java.util.stream.Collectors;

/** Signatures by which a method of a subtype overrides one of its supertypes. */
final class Signatures {

    private Signatures() {}

    static String of(Method method) {
        return method.facts().parameters().stream()
                .map(each -> each.type().simpleName())
                .collect(Collectors.joining(",", method.name() + "(", ")"));
    }
}
