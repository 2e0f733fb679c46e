package io.github.sre4j.trace.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The two published rules, written from their descriptions, each by recursion over small trees: path time by span, microseconds. */
final class PathReference {

    /**
     * A span.
     *
     * @param parent index of the parent, or -1
     * @param start microseconds
     * @param end microseconds
     */
    record Node(int parent, long start, long end) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<List<Integer>> children = new ArrayList<>();
    private final long[] path;

    private PathReference(List<Node> raw) {
        this.path = new long[raw.size()];
        boolean[] dropped = new boolean[raw.size()];
        for (int i = 0; i < raw.size(); i++) {
            Node node = raw.get(i);
            children.add(new ArrayList<>());
            if (node.parent() < 0) {
                nodes.add(node);
                continue;
            }
            Node above = nodes.get(node.parent());
            dropped[i] = dropped[node.parent()] || node.start() >= above.end() || node.end() <= above.start();
            nodes.add(
                    new Node(node.parent(), Math.max(node.start(), above.start()), Math.min(node.end(), above.end())));
            if (!dropped[i]) {
                children.get(node.parent()).add(i);
            }
        }
    }

    /** Jaeger: from the end, the child that finishes last; from its start, the child that finished last before. */
    static long[] lastFinishingChild(List<Node> raw) {
        PathReference reference = new PathReference(raw);
        reference.walk(0);
        return reference.path;
    }

    private void walk(int at) {
        long cursor = nodes.get(at).end();
        boolean first = true;
        while (true) {
            int last = -1;
            for (int child : children.get(at)) {
                long end = nodes.get(child).end();
                if ((first || end < cursor)
                        && (last < 0 || end > nodes.get(last).end())) {
                    last = child;
                }
            }
            if (last < 0) {
                path[at] += cursor - nodes.get(at).start();
                return;
            }
            path[at] += cursor - nodes.get(last).end();
            walk(last);
            cursor = nodes.get(last).start();
            first = false;
        }
    }

    /** CRISP: children by end, latest first; each that happened before the one taken last, with an overlap of a hundredth of the parent. */
    static long[] happensBefore(List<Node> raw) {
        PathReference reference = new PathReference(raw);
        reference.take(0);
        return reference.path;
    }

    private void take(int at) {
        Node me = nodes.get(at);
        path[at] = me.end() - me.start();
        List<Integer> sorted = new ArrayList<>(children.get(at));
        sorted.sort(Comparator.comparingLong((Integer child) -> nodes.get(child).end()));
        Collections.reverse(sorted);
        Node later = null;
        for (int child : sorted) {
            Node node = nodes.get(child);
            if (later == null || before(me, node, later)) {
                take(child);
                path[at] -= node.end() - node.start();
                later = node;
            }
        }
    }

    private static boolean before(Node parent, Node one, Node later) {
        boolean little = one.end() < later.end()
                && one.start() < later.start()
                && (double) (one.end() - later.start()) / (parent.end() - parent.start()) < 0.01;
        return one.end() < later.start() || little;
    }
}
