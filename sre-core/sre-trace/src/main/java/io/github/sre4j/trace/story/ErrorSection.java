package io.github.sre4j.trace.story;

import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.story.StoryLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What failed first, where, what became of it; then what was handled. */
final class ErrorSection {

    private static final int MAX_HANDLED = 3;
    private static final int MAX_NAME = 80;
    private static final int SERVER_ERROR = 500;

    private final TraceAnalysis analysis;
    private final Trace trace;
    private final StoryPlaces places;

    ErrorSection(TraceAnalysis analysis, StoryPlaces places) {
        this.places = places;
        this.analysis = analysis;
        this.trace = analysis.trace();
    }

    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        int handled = 0;
        for (int i = 0; i < analysis.errors().size(); i++) {
            ErrorOrigin origin = analysis.errors().get(i);
            if (origin.outcome() == ErrorOrigin.Outcome.REACHED_USER) {
                lines.addAll(
                        details(line("failed.reached." + id(origin), origin, i).line(), origin, i));
            } else if (origin.outcome() == ErrorOrigin.Outcome.IN_BACKGROUND) {
                lines.addAll(details(
                        line("failed.background." + id(origin), origin, i).line(), origin, i));
            } else if (handled++ < MAX_HANDLED) {
                String key = outcomeKnown() ? "failed.handled." : "failed.unknown.";
                lines.add(line(key + id(origin), origin, i).line());
                if (places.of(StoryPlace.Kind.FRAME, Fact.Kind.ERROR, Integer.toString(i))
                        .isPresent()) {
                    lines.addAll(frame(origin, i));
                }
            }
        }
        if (handled > MAX_HANDLED) {
            lines.add(new Line(Part.FAILED, "failed.handled.more")
                    .count(handled - MAX_HANDLED)
                    .on(Fact.Kind.TRACE, trace.id())
                    .line());
        }
        if (analysis.errorOrigin().isEmpty() && rootFailed()) {
            lines.add(new Line(Part.FAILED, "failed.unexplained")
                    .on(trace.span(0))
                    .line());
        }
        return lines;
    }

    /** Without spans and rows there are log lines alone, which do not tell how the request ended. */
    private boolean outcomeKnown() {
        return trace.size() > 0 || !trace.transactions().isEmpty();
    }

    private boolean rootFailed() {
        if (trace.size() == 0) {
            return false;
        }
        HttpCall http = trace.span(0).http();
        return trace.span(0).failed() || (http != null && http.status() >= SERVER_ERROR);
    }

    private List<StoryLine> details(StoryLine first, ErrorOrigin origin, int place) {
        List<StoryLine> lines = new ArrayList<>();
        lines.add(first);
        String message = origin.message();
        if (message != null && !message.isBlank() && !saidAlready(origin)) {
            lines.add(facts(new Line(Part.FAILED, "failed.message").words(message), origin, place)
                    .line());
        }
        lines.addAll(frame(origin, place));
        lines.addAll(places.lines(Part.FAILED, Fact.Kind.ERROR, Integer.toString(place)));
        if (!origin.causes().isEmpty() && !origin.causes().get(0).equals(origin.errorClass())) {
            lines.add(facts(
                            new Line(Part.FAILED, "failed.surfaced")
                                    .name(origin.causes().get(0)),
                            origin,
                            place)
                    .line());
        }
        if (!origin.retryOf().isEmpty()) {
            Line retries = new Line(Part.FAILED, "failed.retries")
                    .count(origin.retryOf().size());
            origin.retryOf().forEach(id -> retries.on(Fact.Kind.SPAN, id));
            lines.add(retries.on(Fact.Kind.ERROR, Integer.toString(place)).line());
        }
        if (origin.confidence() < 1 && origin.outcome() == ErrorOrigin.Outcome.REACHED_USER) {
            lines.add(facts(new Line(Part.FAILED, "failed.guessed"), origin, place)
                    .line());
        }
        return lines;
    }

    /** Returns the lines on the first frame of the application, if it is known. */
    private List<StoryLine> frame(ErrorOrigin origin, int place) {
        List<StoryLine> lines = new ArrayList<>();
        CodeLocation frame = origin.frame();
        if (frame != null) {
            String key = frame.line() > 0 ? "failed.frame" : "failed.frame-without-line";
            lines.add(facts(new Line(Part.FAILED, key).value(frame(frame, place)), origin, place)
                    .line());
            moved(frame, place).ifPresent(each -> lines.add(StoryPlaces.line(Part.FAILED, each)));
        }
        return lines;
    }

    /** Returns the frame, with its path where the sources hold that very line. */
    private Arg frame(CodeLocation frame, int place) {
        return FramePlaces.exact(places, frame, place)
                .<Arg>map(Arg.Source::new)
                .orElseGet(() -> new Arg.Name(Names.place(frame)));
    }

    /** Returns the place in the sources if it is not the line that the stack trace names: the sources are of another version. */
    private Optional<StoryPlace> moved(CodeLocation frame, int place) {
        return FramePlaces.exact(places, frame, place).isPresent()
                ? Optional.empty()
                : places.of(StoryPlace.Kind.FRAME, Fact.Kind.ERROR, Integer.toString(place));
    }

    /** Values: 0 the error, 1 where, 2 the service, 3 how long the place took, 4 how long the caller waited. */
    private Line line(String key, ErrorOrigin origin, int place) {
        Span span = span(origin.spanId());
        Line line = new Line(Part.FAILED, key)
                .value(error(origin, span))
                .name(where(origin, span))
                .name(origin.service().isEmpty() ? "?" : origin.service())
                .time(span == null ? 0 : Math.max(0, span.durationNanos()))
                .time(callerNanos(origin));
        return facts(line, origin, place);
    }

    private static Arg error(ErrorOrigin origin, @Nullable Span span) {
        String errorClass = origin.errorClass();
        if (errorClass != null) {
            return new Arg.Name(errorClass);
        }
        HttpCall http = span == null ? null : span.http();
        if (http != null && http.status() > 0) {
            return new Arg.Name("HTTP " + http.status());
        }
        String message = origin.message();
        return message != null && isBrief(message) ? new Arg.Name(message) : new Arg.Label("failed.unnamed");
    }

    /** Where nothing names the error, its message does, if it fits into a sentence. */
    private static boolean isBrief(String message) {
        return !message.isBlank() && message.length() <= MAX_NAME && message.indexOf('\n') < 0;
    }

    private boolean saidAlready(ErrorOrigin origin) {
        Span span = span(origin.spanId());
        return error(origin, span) instanceof Arg.Name name && name.text().equals(origin.message());
    }

    private static String where(ErrorOrigin origin, @Nullable Span span) {
        CodeLocation frame = origin.frame();
        boolean own = origin.blame() == ErrorOrigin.Blame.OWN_CODE || span == null;
        if (own && frame != null) {
            return Names.place(new CodeLocation(frame.className(), frame.method(), null, 0));
        }
        return span == null ? "?" : Names.span(span);
    }

    private long callerNanos(ErrorOrigin origin) {
        if (origin.rule() != ErrorOrigin.Rule.CALLER_TIMED_OUT
                || origin.spanPath().size() < 2) {
            return 0;
        }
        Span caller = span(origin.spanPath().get(1));
        return caller == null ? 0 : caller.durationNanos();
    }

    private Line facts(Line line, ErrorOrigin origin, int place) {
        line.on(Fact.Kind.ERROR, Integer.toString(place));
        origin.spanPath().stream().limit(3).forEach(id -> line.on(Fact.Kind.SPAN, id));
        if (origin.spanId() != null) {
            line.on(Fact.Kind.SPAN, origin.spanId());
        }
        origin.logIds().stream().limit(2).forEach(id -> line.on(Fact.Kind.LOG, id));
        return line;
    }

    private @Nullable Span span(@Nullable String id) {
        OptionalInt index = id == null ? OptionalInt.empty() : trace.indexOf(id);
        return index.isPresent() ? trace.span(index.getAsInt()) : null;
    }

    private static String id(ErrorOrigin origin) {
        return switch (origin.rule()) {
            case LOG_ONLY -> origin.spanId() == null && origin.frame() == null ? "log-only.nowhere" : "log-only";
            case ROW_ONLY -> "row-only";
            case CALLER_TIMED_OUT -> "slow-callee";
            case CALL_WITHOUT_CALLEE -> "callee-or-network";
            case DEEPEST_FAILED_SPAN -> origin.blame() == ErrorOrigin.Blame.STORE ? "store" : "own-code";
        };
    }
}
