package io.github.sre4j.source.internal.hint;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Calls;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Notes;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Remote calls inside of a transaction: the connection waits while the other service works. */
final class TransactionCalls implements Rule {

    /** Propagations under which no transaction of the caller is open. */
    private static final Set<String> OUTSIDE = Set.of("NOT_SUPPORTED", "NEVER", "SUPPORTS");

    private final Program program;
    private final Bodies bodies;
    private final Calls calls;
    private final Effects effects;

    TransactionCalls(Program program, Bodies bodies, Calls calls, Effects effects) {
        this.program = program;
        this.bodies = bodies;
        this.calls = calls;
        this.effects = effects;
    }

    @Override
    public void check(Endpoint endpoint, Consumer<Hint> found) {
        Set<String> told = new HashSet<>();
        for (Method method : endpoint.reach().methods()) {
            if (!method.facts().hasBody() || !isTransactional(method)) {
                continue;
            }
            for (Site site : bodies.sites(method)) {
                boolean leaves = site.detached() || calls.targets(site).stream().anyMatch(this::leaves);
                if (leaves) {
                    continue;
                }
                effects.of(site)
                        .call()
                        .filter(each -> told.add(each.client() + "." + each.clientMethod()))
                        .ifPresent(call -> {
                            Map<SourceName, String> names = Names.of(method);
                            Names.put(names, call);
                            double score = effects.direct(site).call().isPresent() ? 0.95 : 0.85;
                            found.accept(Hint.in(
                                    method, site.line(), CodeHint.Kind.REMOTE_CALL_IN_TRANSACTION, score, names));
                        });
            }
        }
    }

    private boolean leaves(Method method) {
        return transaction(method)
                .map(each -> OUTSIDE.contains(propagation(each)))
                .orElse(false);
    }

    private boolean isTransactional(Method method) {
        return transaction(method)
                .map(each -> !OUTSIDE.contains(propagation(each)))
                .orElse(false);
    }

    private Optional<AnnotationFacts> transaction(Method method) {
        Optional<AnnotationFacts> own = program.meta(method.facts().annotations(), method.owner(), "Transactional");
        if (own.isPresent()) {
            return own;
        }
        for (Type each : program.withSuperTypes(method.owner())) {
            Optional<AnnotationFacts> ofType = program.meta(each.facts().annotations(), each, "Transactional");
            if (ofType.isPresent()) {
                return ofType;
            }
        }
        return Optional.empty();
    }

    private static String propagation(AnnotationFacts transaction) {
        String spring = Notes.constant(transaction, "propagation");
        return spring.isEmpty() ? Notes.constant(transaction, "value") : spring;
    }
}
