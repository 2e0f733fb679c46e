package io.github.sre4j.advisor;

import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.cause.LatencyCause;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.advisor.impact.Saving;
import io.github.sre4j.advisor.remedy.CertainLocation;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.sli.EndpointName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds slow calls that one method makes one after the other although none needs the response of another: started together, they take as long as the slowest of them.
 * Traces alone show such a row only from three calls on; with the code, two are enough.
 */
final class SerialSlowCalls {

    private final SourceIndex index;

    SerialSlowCalls(SourceIndex index) {
        this.index = index;
    }

    /** Returns one cause for each method with two or more of the slow calls in a row. */
    List<LatencyCause> find(List<LatencyCause> causes, EndpointName endpoint) {
        List<CodeHint> hints = index.hints(endpoint).stream()
                .filter(hint -> hint.kind() == CodeHint.Kind.SERIAL_INDEPENDENT_CALLS)
                .toList();
        Map<String, List<LatencyCause>> byMethod = new LinkedHashMap<>();
        for (LatencyCause each : causes) {
            if (hints.isEmpty()
                    || each.cause().kind() != CauseKind.SLOW_EXTERNAL_CALL
                    || !(each.cause().target() instanceof Target.Call call)) {
                continue;
            }
            CertainLocation.of(index.calls(call.host(), call.path(), endpoint))
                    .flatMap(location -> hints.stream()
                            .map(CodeHint::place)
                            .filter(step -> isSameCall(step, location))
                            .findFirst())
                    .ifPresent(step -> byMethod.computeIfAbsent(
                                    step.file() + ":" + step.firstLine(), none -> new ArrayList<>())
                            .add(each));
        }
        return byMethod.values().stream()
                .filter(calls -> calls.size() > 1)
                .map(SerialSlowCalls::together)
                .toList();
    }

    /** Returns whether a step of a row is the call that was found: its line, or the method of the client that it calls. */
    private static boolean isSameCall(SourceLocation step, SourceLocation call) {
        boolean sameLine = step.file().equals(call.file()) && step.line() == call.line();
        boolean sameClient = call.name(SourceName.CLIENT).isPresent()
                && call.name(SourceName.CLIENT).equals(step.name(SourceName.CLIENT))
                && call.name(SourceName.CLIENT_METHOD).equals(step.name(SourceName.CLIENT_METHOD))
                && !step.file().equals(call.file());
        return sameLine || sameClient;
    }

    private static LatencyCause together(List<LatencyCause> calls) {
        LatencyCause longest = calls.stream()
                .max(Comparator.comparingDouble(SerialSlowCalls::total))
                .orElseThrow();
        List<Double> shares = new ArrayList<>();
        List<Set<String>> spans = new ArrayList<>();
        int traces = longest.saving().shares().size();
        for (int i = 0; i < traces; i++) {
            double sum = 0;
            double max = 0;
            Set<String> ids = new HashSet<>();
            for (LatencyCause each : calls) {
                double share =
                        each.saving().shares().get(i % each.saving().shares().size());
                sum += share;
                max = Math.max(max, share);
                if (i < each.spans().size()) {
                    ids.addAll(each.spans().get(i));
                }
            }
            shares.add(Math.min(1, sum - max));
            spans.add(ids);
        }
        double atMost = calls.stream().mapToDouble(LatencyCause::atMostPerDay).sum();
        return new LatencyCause(
                cause(calls, longest), new Saving(longest.saving().of(), shares), atMost, longest.traces(), spans);
    }

    private static double total(LatencyCause call) {
        return call.saving().shares().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Cause cause(List<LatencyCause> calls, LatencyCause longest) {
        double all = calls.stream().mapToDouble(SerialSlowCalls::total).sum();
        List<Fact> facts = new ArrayList<>();
        for (LatencyCause each : calls) {
            facts.add(Fact.of(
                    Basis.TRACES, "part", each.cause().subject(), new Fact.Share(all == 0 ? 0 : total(each) / all)));
        }
        longest.cause().facts().stream()
                .filter(fact -> Set.of("seen-in", "example").contains(fact.key()))
                .forEach(facts::add);
        return new Cause(
                CauseKind.SERIAL_HTTP_CALLS,
                calls.stream().map(each -> each.cause().subject()).sorted().collect(Collectors.joining(", ")),
                longest.cause().target(),
                facts,
                calls.stream()
                        .mapToDouble(each -> each.cause().confidence())
                        .min()
                        .orElse(1),
                calls.size());
    }
}
