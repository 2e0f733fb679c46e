package io.github.sre4j.trace.render;

import io.github.sre4j.trace.period.PeriodComparison;
import io.github.sre4j.trace.period.PeriodSelection;
import io.github.sre4j.trace.period.RootCause;
import io.github.sre4j.trace.period.profile.EventType;
import io.github.sre4j.trace.story.Arg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The comparison of a period as sentences. */
final class PeriodLines {

    static final int MAX_CAUSES = 10;
    private static final int MIN_REQUESTS = 5;

    private PeriodLines() {}

    static List<ComparisonLines.Line> of(
            PeriodSelection selection, PeriodComparison comparison, int maxCauses, int maxEvidence) {
        List<ComparisonLines.Line> lines = new ArrayList<>();
        add(
                lines,
                0,
                "period.title",
                moment(selection.window().from()),
                moment(selection.window().until()));
        add(
                lines,
                1,
                "period.data",
                new Arg.Count(comparison.window()),
                new Arg.Count(comparison.reference()),
                moment(selection.reference().from()),
                moment(selection.reference().until()));
        if (comparison.causes().isEmpty()) {
            add(lines, 1, comparison.window() < MIN_REQUESTS ? "period.none-few" : "period.none");
        } else if (comparison.window() < MIN_REQUESTS || comparison.reference() < 10) {
            add(lines, 1, "period.few");
        }
        int rank = 0;
        for (RootCause cause : comparison.causes()) {
            if (++rank > maxCauses) {
                break;
            }
            cause(lines, rank, cause, maxEvidence);
        }
        int more = comparison.causes().size() - maxCauses;
        if (more > 0) {
            add(lines, 1, "period.more", new Arg.Count(more));
        }
        return lines;
    }

    private static void cause(List<ComparisonLines.Line> lines, int rank, RootCause cause, int maxEvidence) {
        add(
                lines,
                1,
                "period.cause",
                new Arg.Count(rank),
                new Arg.Phrase("period.kind." + cause.kind().id(), List.of(new Arg.Name(cause.service()))),
                new Arg.Label("period.certainty." + cause.certainty().id()),
                new Arg.Count(cause.affected()),
                new Arg.Count(cause.requests()));
        if (cause.before() != null) {
            add(
                    lines,
                    2,
                    "period.region",
                    place(cause.operation() == null ? "" : cause.operation().name()),
                    event(cause.after(), "period.start"),
                    event(cause.before(), "period.end"));
        }
        cause.events().stream()
                .limit(maxEvidence)
                .forEach(each -> add(
                        lines,
                        2,
                        eventKey(each),
                        event(each.event(), "period.end"),
                        new Arg.Share(each.observed()),
                        new Arg.Share(each.expected()),
                        place(each.operation().name()),
                        event(each.given(), "period.start")));
        cause.times().stream()
                .limit(maxEvidence)
                .forEach(each -> add(
                        lines,
                        2,
                        each.caller() == null ? "period.time.own" : "period.time.connection",
                        place(each.callee()),
                        place(each.caller() == null ? "" : each.caller()),
                        new Arg.Share(each.ratio()),
                        new Arg.Time(Math.round(each.excessNanos())),
                        new Arg.Count(each.requests())));
        if (!cause.hosts().isEmpty()) {
            add(
                    lines,
                    2,
                    "period.hosts",
                    new Arg.Items(cause.hosts().stream().map(PeriodLines::place).toList()));
        }
        add(lines, 2, "period.example", place(cause.traceId()));
    }

    private static String eventKey(RootCause.ChangedEvent event) {
        if (event.observed() > event.expected()) {
            return "period.event.more";
        }
        return event.given() == null ? "period.event.less" : "period.event.less.given";
    }

    private static Arg event(@Nullable EventType event, String none) {
        if (event == null) {
            return new Arg.Label(none);
        }
        String key = switch (event.kind()) {
            case LOG -> event.location() == null ? "period.log" : "period.log-at";
            case CALL -> "period.call";
            case ERROR -> event.text().isEmpty() ? "period.error-unnamed" : "period.error";
        };
        return new Arg.Phrase(
                key,
                List.of(
                        new Arg.Words(event.text()),
                        place(event.location() == null ? "" : event.location()),
                        place(event.text())));
    }

    private static Arg place(String name) {
        return new Arg.Name(name);
    }

    private static Arg moment(Instant at) {
        return new Arg.Moment(at.getEpochSecond() * 1_000_000_000L + at.getNano());
    }

    private static void add(List<ComparisonLines.Line> lines, int depth, String key, Arg... values) {
        lines.add(new ComparisonLines.Line(depth, key, List.of(values)));
    }
}
