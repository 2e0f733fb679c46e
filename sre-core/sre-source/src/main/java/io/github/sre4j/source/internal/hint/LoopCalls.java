package io.github.sre4j.source.internal.hint;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.source.internal.data.DataAccess;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Site;
import java.util.Map;
import java.util.function.Consumer;

/** Queries and remote calls in loops, also where the loop calls a method that makes them. */
final class LoopCalls implements Rule {

    private static final double DIRECT = 0.95;
    private static final double BY_OTHERS = 0.85;

    private final Bodies bodies;
    private final Effects effects;
    private final DataAccess data;

    LoopCalls(Bodies bodies, Effects effects, DataAccess data) {
        this.bodies = bodies;
        this.effects = effects;
        this.data = data;
    }

    @Override
    public void check(Endpoint endpoint, Consumer<Hint> found) {
        for (Method method : endpoint.reach().methods()) {
            for (Site site : bodies.sites(method)) {
                if (!site.inLoop()) {
                    continue;
                }
                Effects.Effect direct = effects.direct(site);
                Effects.Effect any = effects.of(site);
                any.access().ifPresent(access -> {
                    Map<SourceName, String> names = Names.of(method);
                    Names.put(names, access, data);
                    double score = direct.access().isPresent() ? DIRECT : BY_OTHERS;
                    found.accept(Hint.in(method, site.line(), CodeHint.Kind.QUERY_IN_LOOP, score, names));
                });
                any.call().ifPresent(call -> {
                    Map<SourceName, String> names = Names.of(method);
                    Names.put(names, call);
                    double score = direct.call().isPresent() ? DIRECT : BY_OTHERS;
                    // Calls on other threads overlap.
                    double alone = site.detached() ? 0.5 : 1;
                    found.accept(Hint.in(method, site.line(), CodeHint.Kind.REMOTE_CALL_IN_LOOP, score * alone, names));
                });
            }
        }
    }
}
