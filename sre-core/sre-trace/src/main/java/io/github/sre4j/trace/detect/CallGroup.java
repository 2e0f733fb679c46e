package io.github.sre4j.trace.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Calls of one shape under one ancestor, at one depth: most likely made by one place in the code.
 *
 * @param ancestor the nearest span above all of them
 * @param shape their shape
 * @param spans in order of time
 * @param far whether all they share is where their service took the request
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record CallGroup(int ancestor, String shape, int[] spans, boolean far) {

    /**
     * Groups calls: those with one parent first, then what is left under one grandparent, and so on.
     *
     * @param calls indexes in depth-first order
     * @param minSize smaller groups are left for the next level, and dropped after the last
     * @param maxLevels how far up an ancestor may be
     */
    static List<CallGroup> of(DetectionContext seen, int[] calls, int minSize, int maxLevels) {
        List<CallGroup> groups = new ArrayList<>();
        int[] left = calls;
        for (int level = 1; level <= maxLevels && left.length >= minSize; level++) {
            Level here = new Level(seen, left, level);
            here.addGroups(minSize, groups);
            left = here.inSmallerGroups(minSize);
        }
        return groups;
    }

    /**
     * Groups calls as {@link #of}, then what is left under where their service took the request, however far up that is: each row may be fetched
     * below a call of its own.
     */
    static List<CallGroup> ofWholeService(DetectionContext seen, int[] calls, int minSize, int maxLevels) {
        List<CallGroup> groups = new ArrayList<>(of(seen, calls, minSize, maxLevels));
        int grouped = groups.stream().mapToInt(group -> group.spans().length).sum();
        if (calls.length - grouped >= minSize) {
            BitSet done = new BitSet();
            groups.forEach(group -> Arrays.stream(group.spans()).forEach(done::set));
            int[] left = Arrays.stream(calls).filter(call -> !done.get(call)).toArray();
            new Level(seen, left, Level.SERVICE).addGroups(minSize, groups);
        }
        return groups;
    }

    /** Calls by the ancestor so many levels above and their shape. All of one ancestor are at one depth. */
    private static final class Level {
        private static final int TOO_HIGH = -1;
        /** As many levels as there are to where the service took the request. */
        private static final int SERVICE = 0;

        private static final int MAX_LEVELS = 200;

        private final DetectionContext seen;
        private final int[] calls;
        /** By call: the number of its group, from 0 in order of the first call. */
        private final int[] groupOf;

        private final int[] sizes;
        private final int[] ancestors;
        private final int level;
        private int groups;

        private Level(DetectionContext seen, int[] calls, int level) {
            this.seen = seen;
            this.level = level;
            this.calls = calls;
            this.groupOf = new int[calls.length];
            this.sizes = new int[calls.length];
            this.ancestors = new int[calls.length];
            assign();
        }

        /** An open-addressing table of keys; a call is most often in the group of the call before. */
        private void assign() {
            int capacity = Integer.highestOneBit(Math.max(4, calls.length)) * 4;
            long[] keys = new long[capacity];
            int[] groupAt = new int[capacity];
            long lastKey = -1;
            int lastGroup = TOO_HIGH;
            for (int i = 0; i < calls.length; i++) {
                int ancestor = ancestor(calls[i]);
                if (ancestor < 0) {
                    groupOf[i] = TOO_HIGH;
                    continue;
                }
                long key = ((long) ancestor << 32) | seen.shapeNumber(calls[i]);
                if (key != lastKey) {
                    int slot = slot(keys, groupAt, key);
                    if (groupAt[slot] == 0) {
                        keys[slot] = key;
                        ancestors[groups] = ancestor;
                        groupAt[slot] = ++groups;
                    }
                    lastKey = key;
                    lastGroup = groupAt[slot] - 1;
                }
                groupOf[i] = lastGroup;
                sizes[lastGroup]++;
            }
        }

        private static int slot(long[] keys, int[] groupAt, long key) {
            int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 40) & (keys.length - 1);
            while (groupAt[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & (keys.length - 1);
            }
            return slot;
        }

        private int ancestor(int call) {
            if (level == SERVICE) {
                return entry(call);
            }
            int at = call;
            for (int i = 0; i < level && at >= 0; i++) {
                at = seen.above(at);
            }
            return at;
        }

        private int entry(int call) {
            int at = call;
            for (int i = 0; i < MAX_LEVELS && seen.above(at) >= 0; i++) {
                boolean leaves = !seen.span(seen.above(at))
                        .service()
                        .equals(seen.span(call).service());
                if (leaves || (at != call && seen.span(at).entryPoint())) {
                    break;
                }
                at = seen.above(at);
            }
            return at == call ? TOO_HIGH : at;
        }

        private void addGroups(int minSize, List<CallGroup> found) {
            int[][] members = new int[groups][];
            int[] filled = new int[groups];
            for (int i = 0; i < calls.length; i++) {
                int group = groupOf[i];
                if (group >= 0 && sizes[group] >= minSize) {
                    if (members[group] == null) {
                        members[group] = new int[sizes[group]];
                    }
                    members[group][filled[group]++] = calls[i];
                }
            }
            for (int group = 0; group < groups; group++) {
                if (members[group] != null) {
                    found.add(new CallGroup(
                            ancestors[group],
                            seen.shape(members[group][0]),
                            seen.byStart(members[group]),
                            level == SERVICE));
                }
            }
        }

        private int[] inSmallerGroups(int minSize) {
            int[] smaller = new int[calls.length];
            int size = 0;
            for (int i = 0; i < calls.length; i++) {
                if (groupOf[i] >= 0 && sizes[groupOf[i]] < minSize) {
                    smaller[size++] = calls[i];
                }
            }
            return Arrays.copyOf(smaller, size);
        }
    }
}
