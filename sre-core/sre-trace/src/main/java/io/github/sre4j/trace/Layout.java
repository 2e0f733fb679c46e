package io.github.sre4j.trace;

import java.util.Arrays;

/** Lays a forest out in depth-first order: main root first, other roots and children by canonical order. */
final class Layout {

    final Span[] spans;
    final int[] parents;
    final int[] depths;
    final int[] subtreeEnds;
    final byte[] flags;

    Layout(Roots.Plan plan) {
        int size = plan.spans().length;
        this.spans = new Span[size];
        this.parents = new int[size];
        this.depths = new int[size];
        this.subtreeEnds = new int[size];
        this.flags = new byte[size];
        if (size > 0) {
            place(plan, firstChildren(plan), size);
        }
    }

    /** Heads of linked lists of children in canonical order, then the links: {@code [size + 1 heads | size links]}. */
    private static int[] firstChildren(Roots.Plan plan) {
        int size = plan.spans().length;
        int[] links = new int[2 * size + 1];
        Arrays.fill(links, -1);
        for (int i = size - 1; i >= 0; i--) {
            if (i != plan.main()) {
                int head = plan.parents()[i] < 0 ? size : plan.parents()[i];
                links[size + 1 + i] = links[head];
                links[head] = i;
            }
        }
        return links;
    }

    private void place(Roots.Plan plan, int[] links, int size) {
        int[] placeOf = new int[size];
        int next = 0;
        int at = plan.main();
        int nextRoot = links[size];
        while (at >= 0) {
            int parent = plan.parents()[at] < 0 ? -1 : placeOf[plan.parents()[at]];
            placeOf[at] = next;
            spans[next] = plan.spans()[at];
            parents[next] = parent;
            depths[next] = parent < 0 ? 0 : depths[parent] + 1;
            flags[next] = plan.assumed()[at] ? SpanForest.PARENT_ASSUMED : 0;
            next++;
            int follower = links[at];
            while (follower < 0 && at >= 0) {
                subtreeEnds[placeOf[at]] = next;
                follower = plan.parents()[at] < 0 ? -1 : links[size + 1 + at];
                at = plan.parents()[at] < 0 ? -1 : plan.parents()[at];
            }
            if (follower < 0) {
                follower = nextRoot;
                nextRoot = nextRoot < 0 ? -1 : links[size + 1 + nextRoot];
            }
            at = follower;
        }
    }
}
