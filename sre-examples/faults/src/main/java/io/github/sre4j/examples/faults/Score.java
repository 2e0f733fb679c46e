package io.github.sre4j.examples.faults;

import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.period.PeriodComparator;
import io.github.sre4j.trace.period.PeriodComparison;
import io.github.sre4j.trace.period.RootCause;
import io.github.sre4j.trace.period.profile.EventType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares causes with the answer. */
final class Score {

    private Score() {}

    static PeriodComparison compare(Scenario scenario) {
        PeriodComparator comparator = new PeriodComparator();
        scenario.reference().forEach(each -> comparator.addReference(Trace.of(each)));
        scenario.window().forEach(each -> comparator.addWindow(Trace.of(each)));
        return comparator.compare();
    }

    /** Whether a cause names the faulty service and its code region or resource. */
    static boolean isRight(Fault fault, RootCause cause) {
        if (!cause.service().equals(fault.service())) {
            return false;
        }
        return switch (fault.type()) {
            case CPU -> cause.kind() == RootCause.Kind.OWN_TIME;
            case NETWORK -> cause.kind() == RootCause.Kind.NETWORK;
            case WRONG_RETURN -> cause.kind() == RootCause.Kind.CHANGED_FLOW && isRegion(fault, cause);
            case EXCEPTION -> cause.kind() == RootCause.Kind.ERRORS && isRegion(fault, cause);
            case NONE -> false;
        };
    }

    /** The region begins with the last event before the fault, or ends with the first event after it. */
    private static boolean isRegion(Fault fault, RootCause cause) {
        Step last = null;
        for (Step step : fault.before()) {
            last = step instanceof Step.Work ? last : step;
        }
        Step next = fault.after().stream()
                .filter(step -> !(step instanceof Step.Work))
                .findFirst()
                .orElse(null);
        boolean operation =
                cause.operation() != null && cause.operation().name().equals(fault.endpoint());
        return operation && (isEvent(last, cause.after()) || isEvent(next, cause.before()));
    }

    private static boolean isEvent(@Nullable Step step, @Nullable EventType event) {
        if (step == null || event == null) {
            return step == null && event == null;
        }
        String text = event.text().toLowerCase(Locale.ROOT);
        if (step instanceof Step.Log log) {
            return event.kind() == EventType.Kind.LOG
                    && words(log.statement()).stream().allMatch(text::contains);
        }
        if (step instanceof Step.Call call) {
            return text.equals((call.service() + ": " + call.endpoint()).toLowerCase(Locale.ROOT))
                    || text.contains("no usable answer from " + call.service());
        }
        if (step instanceof Step.Concurrent concurrent) {
            return concurrent.calls().stream().anyMatch(each -> isEvent(each, event));
        }
        if (step instanceof Step.Query query) {
            return text.contains(query.statement().replaceAll("SELECT \\* FROM (\\w+) .*", "$1"));
        }
        if (step instanceof Step.Section section) {
            return text.contains(section.method().toLowerCase(Locale.ROOT));
        }
        Step.Branch branch = (Step.Branch) step;
        return isEvent(branch.steps().get(0), event)
                || isEvent(branch.otherwise().get(0), event);
    }

    private static List<String> words(String statement) {
        return List.of(statement
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]+", " ")
                        .strip()
                        .split(" "))
                .stream()
                .filter(word -> word.length() > 1)
                .toList();
    }
}
