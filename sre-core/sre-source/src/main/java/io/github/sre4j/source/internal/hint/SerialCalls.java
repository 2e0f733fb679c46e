package io.github.sre4j.source.internal.hint;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.source.internal.client.RemoteCall;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Flow;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Remote calls that a method makes one after the other. They are independent if no call uses what an earlier one returned, and none of them runs only because of what
 * it returned; the flow of local variables tells. One hint per call of the row.
 */
final class SerialCalls implements Rule {

    private static final Set<String> REACTIVE =
            Set.of("Mono", "Flux", "Uni", "Multi", "CompletableFuture", "CompletionStage", "Publisher");

    private final Bodies bodies;
    private final Effects effects;

    SerialCalls(Bodies bodies, Effects effects) {
        this.bodies = bodies;
        this.effects = effects;
    }

    /** A call and what it leads to. */
    private record Step(Site site, RemoteCall call) {}

    @Override
    public void check(Endpoint endpoint, Consumer<Hint> found) {
        for (Method method : endpoint.reach().methods()) {
            // What such methods return runs later, and may run together.
            if (REACTIVE.contains(method.facts().returns().simpleName())) {
                continue;
            }
            List<Step> steps = new ArrayList<>();
            for (Site site : bodies.sites(method)) {
                Optional<RemoteCall> call = site.detached() || site.inLoop()
                        ? Optional.empty()
                        : effects.of(site).call();
                call.ifPresent(each -> steps.add(new Step(site, each)));
            }
            if (steps.size() > 1) {
                rows(method, steps, found);
            }
        }
    }

    private void rows(Method method, List<Step> steps, Consumer<Hint> found) {
        Flow flow = new Flow(method);
        List<Step> independent = new ArrayList<>();
        List<Step> dependent = new ArrayList<>();
        for (Step each : steps) {
            boolean needs = steps.stream().anyMatch(earlier -> isBefore(earlier, each) && needs(flow, each, earlier));
            if (needs) {
                dependent.add(each);
            }
            boolean free = independent.stream().allMatch(other -> sameWay(other, each) && !needs(flow, each, other));
            if (free) {
                independent.add(each);
            }
        }
        if (independent.size() > 1) {
            boolean reads = independent.stream().allMatch(each -> each.call().reads());
            // Two writes may need their order although no value tells it.
            tell(method, independent, CodeHint.Kind.SERIAL_INDEPENDENT_CALLS, reads ? 0.9 : 0.5, found);
        }
        if (!dependent.isEmpty()) {
            List<Step> chain = new ArrayList<>();
            for (Step each : steps) {
                boolean needed =
                        dependent.stream().anyMatch(later -> isBefore(each, later) && needs(flow, later, each));
                if (needed || dependent.contains(each)) {
                    chain.add(each);
                }
            }
            tell(method, chain, CodeHint.Kind.SERIAL_DEPENDENT_CALLS, 0.8, found);
        }
    }

    private static void tell(Method method, List<Step> steps, CodeHint.Kind kind, double score, Consumer<Hint> found) {
        for (Step each : steps) {
            Map<SourceName, String> names = Names.of(method);
            Names.put(names, each.call());
            found.accept(Hint.in(method, each.site().line(), kind, score, names));
        }
    }

    private static boolean isBefore(Step a, Step b) {
        return a.site().order() < b.site().order() && sameWay(a, b);
    }

    /** Whether one run can make both: they stand in no two arms of one branch. */
    private static boolean sameWay(Step a, Step b) {
        List<Integer> one = a.site().path();
        List<Integer> other = b.site().path();
        int shared = Math.min(one.size(), other.size());
        return one.subList(0, shared).equals(other.subList(0, shared));
    }

    private static boolean needs(Flow flow, Step later, Step earlier) {
        if (contains(later.site().expr(), earlier.site().expr())) {
            return true;
        }
        String local = earlier.site().local();
        return local != null
                && !local.equals(later.site().local())
                && flow.sources(later.site().needs()).contains(local);
    }

    private static boolean contains(Expr outer, Expr inner) {
        return outer == inner || outer.children().stream().anyMatch(each -> contains(each, inner));
    }
}
