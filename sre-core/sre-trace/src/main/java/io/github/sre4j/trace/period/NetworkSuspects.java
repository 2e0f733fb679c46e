package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Attributes slow connections to one of their ends: the one most of whose connections are slow. A service whose network is slow delays all its
 * connections; the services around it have others that are as usual.
 */
final class NetworkSuspects {

    private NetworkSuspects() {}

    /** By connection, the end that is blamed. */
    static Map<Link, String> blamed(List<TimeChange> changes, Predicate<TimeChange> significant) {
        Map<Link, TimeChange> slow = new HashMap<>();
        Map<Link, TimeChange> all = new HashMap<>();
        for (TimeChange change : changes) {
            if (change.part() instanceof TimeChange.Connection connection) {
                all.put(connection.link(), change);
                if (significant.test(change)) {
                    slow.put(connection.link(), change);
                }
            }
        }
        Map<Link, String> blamed = new HashMap<>();
        while (blamed.size() < slow.size()) {
            String worst = worst(slow, all, blamed.keySet());
            slow.keySet().stream()
                    .filter(link -> touches(link, worst))
                    .forEach(link -> blamed.putIfAbsent(link, worst));
        }
        return blamed;
    }

    private static String worst(Map<Link, TimeChange> slow, Map<Link, TimeChange> all, Set<Link> done) {
        Set<String> ends = new TreeSet<>();
        slow.keySet().stream().filter(link -> !done.contains(link)).forEach(link -> {
            ends.add(link.caller());
            ends.add(link.callee());
        });
        String worst = "";
        double most = -1;
        for (String end : new ArrayList<>(ends)) {
            double excess = 0;
            double slowWeight = 0;
            double allWeight = 0;
            for (Map.Entry<Link, TimeChange> each : all.entrySet()) {
                if (touches(each.getKey(), end)) {
                    double weight = Math.min(5, each.getValue().requests());
                    allWeight += weight;
                    if (slow.containsKey(each.getKey())) {
                        slowWeight += weight;
                        excess += done.contains(each.getKey())
                                ? 0
                                : each.getValue().totalNanos();
                    }
                }
            }
            double coverage = allWeight == 0 ? 0 : slowWeight / allWeight;
            double score = excess * coverage * coverage;
            if (score > most) {
                most = score;
                worst = end;
            }
        }
        return worst;
    }

    private static boolean touches(Link link, String end) {
        return link.caller().equals(end) || link.callee().equals(end);
    }
}
