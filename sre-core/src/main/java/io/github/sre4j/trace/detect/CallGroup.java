package io.github.sre4j.trace.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls of one shape under one ancestor, at one depth: most likely made by one place in the code.
 *
 * @param ancestor the nearest span above all of them
 * @param shape their shape
 * @param spans in order of time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record CallGroup(int ancestor, String shape, int[] spans) {

    /**
     * Groups calls: those with one parent first, then what is left under one grandparent, and so on.
     *
     * @param calls indexes in depth-first order
     * @param minSize smaller groups are left for the next level, and dropped after the last
     * @param maxLevels how far up an ancestor may be
     */
    static List<CallGroup> of(Observed seen, int[] calls, int minSize, int maxLevels) {
        List<CallGroup> groups = new ArrayList<>();
        int[] left = calls;
        for (int level = 1; level <= maxLevels && left.length >= minSize; level++) {
            SpanList rest = new SpanList();
            for (Member member : members(seen, left, level)) {
                if (member.spans.size() >= minSize) {
                    groups.add(new CallGroup(member.ancestor, member.shape, seen.byStart(member.spans.toArray())));
                } else {
                    for (int span : member.spans.toArray()) {
                        rest.add(span);
                    }
                }
            }
            left = rest.toArray();
        }
        return groups;
    }

    private static Collection<Member> members(Observed seen, int[] calls, int level) {
        Map<Long, Map<String, Member>> byPlace = new LinkedHashMap<>();
        Map<String, Member> here = Map.of();
        List<Member> all = new ArrayList<>();
        long lastPlace = Long.MIN_VALUE;
        for (int call : calls) {
            int ancestor = ancestor(seen, call, level);
            if (ancestor < 0) {
                continue;
            }
            long place = ((long) ancestor << 32) | seen.trace().depth(call);
            if (place != lastPlace) {
                here = byPlace.computeIfAbsent(place, any -> new LinkedHashMap<>());
                lastPlace = place;
            }
            Member member = here.get(seen.shape(call));
            if (member == null) {
                member = new Member(ancestor, seen.shape(call));
                here.put(member.shape, member);
                all.add(member);
            }
            member.spans.add(call);
        }
        return all;
    }

    private static int ancestor(Observed seen, int call, int level) {
        int at = call;
        for (int i = 0; i < level && at >= 0; i++) {
            at = seen.trace().parent(at);
        }
        return at;
    }

    private static final class Member {
        private final int ancestor;
        private final String shape;
        private final SpanList spans = new SpanList();

        private Member(int ancestor, String shape) {
            this.ancestor = ancestor;
            this.shape = shape;
        }
    }
}
