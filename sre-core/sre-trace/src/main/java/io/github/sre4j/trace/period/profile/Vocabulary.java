package io.github.sre4j.trace.period.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for operations, events, connections and call paths, shared by all requests of a comparison. Not thread-safe. */
public final class Vocabulary {

    private final Numbers<Operation> operations = new Numbers<>();
    private final Numbers<Object> eventKeys = new Numbers<>();
    private final List<Object> events = new ArrayList<>();
    private final Numbers<Link> links = new Numbers<>();
    private final Numbers<List<Integer>> paths = new Numbers<>();

    private record LogKey(LogTemplates.Template template, boolean severe) {}

    private static final class Numbers<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> values = new ArrayList<>();

        int of(T value) {
            Integer known = numbers.get(value);
            if (known != null) {
                return known;
            }
            numbers.put(value, values.size());
            values.add(value);
            return values.size() - 1;
        }
    }

    /** Returns the number of an operation. */
    public int operation(String service, String name) {
        return operations.of(new Operation(service, name));
    }

    /** Returns the operation of a number. */
    public Operation operation(int number) {
        return operations.values.get(number);
    }

    int event(EventType event) {
        return event(event, event);
    }

    /** The event of a log template, whose words may still be generalized. */
    int event(LogTemplates.Template template, boolean severe) {
        return event(new LogKey(template, severe), template);
    }

    private int event(Object key, Object value) {
        int number = eventKeys.of(key);
        if (number == events.size()) {
            events.add(value);
        }
        return number;
    }

    /** Returns the event of a number, as its lines are generalized by now. */
    public EventType event(int number) {
        if (events.get(number) instanceof LogTemplates.Template template) {
            boolean severe = eventKeys.values.get(number) instanceof LogKey key && key.severe();
            return new EventType(EventType.Kind.LOG, template.text(), template.logger(), template.location(), severe);
        }
        return (EventType) events.get(number);
    }

    int link(Link link) {
        return links.of(link);
    }

    /** Returns the connection of a number. */
    public Link link(int number) {
        return links.values.get(number);
    }

    /** The path of an operation that is reached from another path, by way of a service entry or not. */
    int path(int callerPath, int operation) {
        return paths.of(List.of(callerPath, operation));
    }

    /** Returns the operation at the end of a path. */
    public int pathOperation(int path) {
        return paths.values.get(path).get(1);
    }
}
