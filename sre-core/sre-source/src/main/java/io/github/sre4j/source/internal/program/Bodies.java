package io.github.sre4j.source.internal.program;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sites of each method, walked when first asked for. Thread-safe. */
public final class Bodies {

    private final Types types;
    private final Map<Method, List<Site>> known = new ConcurrentHashMap<>();

    /** Bodies whose expressions have these types. */
    public Bodies(Types types) {
        this.types = types;
    }

    /** The calls and reads of a method in the order of evaluation. */
    public List<Site> sites(Method method) {
        List<Site> sites = known.get(method);
        if (sites == null) {
            sites = new BodyWalk(types, method).walk();
            known.put(method, sites);
        }
        return sites;
    }
}
