package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Execution;
import io.github.sre4j.trace.period.profile.RequestProfile;
import io.github.sre4j.trace.period.profile.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds, in requests of the window, where executions leave the usual course. */
final class FlowDeviations {

    /** Surprise of a deviation against the most surprising one of the same execution, below which it is not the first. */
    private static final double MIN_SHARE_OF_SURPRISE = 0.5;

    private final Vocabulary vocabulary;
    private final Map<Integer, List<EventChange>> changes = new HashMap<>();
    private final EventOrder order;

    FlowDeviations(Vocabulary vocabulary, List<EventChange> changes, List<RequestProfile> reference) {
        this.vocabulary = vocabulary;
        changes.forEach(each -> this.changes
                .computeIfAbsent(each.operation(), any -> new ArrayList<>())
                .add(each));
        this.order = new EventOrder(reference, this.changes.keySet());
    }

    /** The first deviation of an execution, or null if it has none; an earlier one that is far less surprising, such as a change of what is asked for, hides no later one. */
    @Nullable
    Deviation first(int request, Execution execution) {
        Deviation first = null;
        List<EventChange> seen = changes.getOrDefault(execution.operation(), List.of()).stream()
                .filter(each -> each.isSeenIn(execution))
                .toList();
        double most = seen.stream().mapToDouble(EventChange::surprise).max().orElse(0);
        for (EventChange change : seen) {
            if (change.surprise() >= MIN_SHARE_OF_SURPRISE * most) {
                Deviation each =
                        change.more() ? added(request, execution, change) : missing(request, execution, change);
                if (first == null || isEarlier(each, first)) {
                    first = each;
                }
            }
        }
        return first;
    }

    private boolean isEarlier(Deviation one, Deviation other) {
        if (one.at() != other.at()) {
            return one.at() < other.at();
        }
        return order.precedes(one.execution().operation(), one.before(), other.before());
    }

    private Deviation added(int request, Execution execution, EventChange change) {
        List<Execution.Event> events = execution.events();
        int position = 0;
        while (events.get(position).type() != change.event()) {
            position++;
        }
        int after = position == 0 ? -1 : events.get(position - 1).type();
        return deviation(request, events.get(position).start(), execution, after, change);
    }

    private Deviation missing(int request, Execution execution, EventChange change) {
        int after = -1;
        long at = execution.start();
        Set<Integer> added = new HashSet<>();
        changes.getOrDefault(execution.operation(), List.of()).stream()
                .filter(EventChange::more)
                .forEach(each -> added.add(each.event()));
        for (Execution.Event event : execution.events()) {
            if (!added.contains(event.type())
                    && event.end() >= at
                    && order.precedes(execution.operation(), event.type(), change.event())) {
                after = event.type();
                at = event.end();
            }
        }
        return deviation(request, at, execution, after, change);
    }

    private Deviation deviation(int request, long at, Execution execution, int after, EventChange change) {
        String service = vocabulary.operation(execution.operation()).service();
        return new Deviation(
                request,
                at,
                execution,
                new Deviation.Flow(service),
                after,
                change.event(),
                change.attributable(),
                change.surprise(),
                0);
    }
}
