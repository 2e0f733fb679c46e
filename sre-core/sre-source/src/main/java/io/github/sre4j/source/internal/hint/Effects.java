package io.github.sre4j.source.internal.hint;

import io.github.sre4j.source.internal.client.RemoteCall;
import io.github.sre4j.source.internal.client.RemoteCalls;
import io.github.sre4j.source.internal.data.Access;
import io.github.sre4j.source.internal.data.DataAccess;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Calls;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Reach;
import io.github.sre4j.source.internal.program.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a call leads to in the end: a query, a remote call, both or none. Thread-safe. */
final class Effects {

    private final Bodies bodies;
    private final Calls calls;
    private final DataAccess data;
    private final RemoteCalls remote;
    private final Map<Method, Effect> known = new ConcurrentHashMap<>();

    Effects(Bodies bodies, Calls calls, DataAccess data, RemoteCalls remote) {
        this.bodies = bodies;
        this.calls = calls;
        this.data = data;
        this.remote = remote;
    }

    /**
     * What something leads to, the nearest of each.
     *
     * @param access a query, if any
     * @param call a remote call, if any
     */
    record Effect(Optional<Access> access, Optional<RemoteCall> call) {
        static final Effect NONE = new Effect(Optional.empty(), Optional.empty());

        Effect or(Effect other) {
            return new Effect(access.or(other::access), call.or(other::call));
        }
    }

    /** What a site does itself, or by the library or declared method it calls. */
    Effect direct(Site site) {
        Effect effect = new Effect(data.of(site), remote.of(site));
        for (Method target : calls.targets(site)) {
            effect = effect.or(new Effect(data.of(target), remote.of(target)));
        }
        return effect;
    }

    /** What a site leads to, directly and not; what another thread does is not counted. */
    Effect of(Site site) {
        Effect effect = direct(site);
        for (Method target : calls.targets(site)) {
            if (!target.has("Async")) {
                effect = effect.or(of(target));
            }
        }
        return effect;
    }

    private Effect of(Method method) {
        Effect effect = known.get(method);
        if (effect == null) {
            effect = Effect.NONE;
            for (Method each : Reach.from(List.of(method), bodies, calls).methods()) {
                for (Site site : bodies.sites(each)) {
                    if (!site.detached()) {
                        effect = effect.or(direct(site));
                    }
                }
            }
            known.put(method, effect);
        }
        return effect;
    }
}
