package io.github.sre4j.source.internal.program;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The methods some methods call, directly and not. Immutable.
 *
 * @param steps number of calls to each method, 0 for where it begins; nearest first
 * @param repeated methods that run more than once per run of where it begins, because a loop stands around a call on the way
 */
public record Reach(Map<Method, Integer> steps, Set<Method> repeated) {

    private static final int FARTHEST = 12;
    private static final int MOST = 3_000;

    /** What can be reached from methods. */
    public static Reach from(Collection<Method> start, Bodies bodies, Calls calls) {
        Map<Method, Integer> steps = new LinkedHashMap<>();
        Set<Method> repeated = new LinkedHashSet<>();
        Deque<Method> open = new ArrayDeque<>(start);
        start.forEach(each -> steps.put(each, 0));
        while (!open.isEmpty() && steps.size() < MOST) {
            Method from = open.removeFirst();
            int step = steps.getOrDefault(from, 0);
            for (Site site : bodies.sites(from)) {
                for (Method to : calls.targets(site)) {
                    boolean many = site.inLoop() || repeated.contains(from);
                    boolean fresh = step < FARTHEST && steps.putIfAbsent(to, step + 1) == null;
                    // Seen before as running once: what it calls runs more than once, too.
                    boolean nowMany = many && steps.containsKey(to) && repeated.add(to);
                    if (fresh || nowMany) {
                        open.addLast(to);
                    }
                }
            }
        }
        return new Reach(steps, repeated);
    }

    /** Whether a method is among them. */
    public boolean contains(Method method) {
        return steps.containsKey(method);
    }

    /** The methods, nearest first. */
    public List<Method> methods() {
        return List.copyOf(steps.keySet());
    }
}
