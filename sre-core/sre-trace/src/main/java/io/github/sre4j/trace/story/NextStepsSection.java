package io.github.sre4j.trace.story;

import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.story.StoryLine.Part;
import java.util.ArrayList;
import java.util.List;

/** What to look at next: one step for the error, one for each of the first findings, one for what is missing. */
final class NextStepsSection {

    private static final int MAX_STEPS = 3;

    private final TraceAnalysis analysis;
    private final Trace trace;
    private final StoryPlaces places;

    NextStepsSection(TraceAnalysis analysis, StoryPlaces places) {
        this.places = places;
        this.analysis = analysis;
        this.trace = analysis.trace();
    }

    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        analysis.errorOrigin().ifPresent(origin -> lines.add(afterError(origin)));
        if (lines.isEmpty()) {
            analysis.errors().stream()
                    .filter(origin -> origin.outcome() == ErrorOrigin.Outcome.IN_BACKGROUND)
                    .findFirst()
                    .ifPresent(origin -> lines.add(step("next.background", origin)));
        }
        for (int i = 0; i < analysis.findings().size() && lines.size() < MAX_STEPS; i++) {
            Finding finding = analysis.findings().get(i);
            if (finding.material()) {
                StoryLine line = new Line(Part.NEXT, "next." + finding.kind().id())
                        .on(finding, i)
                        .line();
                if (lines.stream().noneMatch(other -> other.key().equals(line.key()))) {
                    lines.add(line);
                }
            }
        }
        if (trace.size() == 0) {
            lines.add(new Line(Part.NEXT, "next.no-spans")
                    .on(Fact.Kind.TRACE, trace.id())
                    .line());
        } else {
            trace.notes().stream()
                    .filter(note -> note.kind() == TraceNote.Kind.NO_LOGS)
                    .findFirst()
                    .ifPresent(note -> lines.add(
                            new Line(Part.NEXT, "next.no-logs").on(note).line()));
        }
        if (lines.isEmpty()) {
            lines.add(new Line(Part.NEXT, "next.nothing")
                    .on(Fact.Kind.TRACE, trace.id())
                    .line());
        }
        return lines;
    }

    private StoryLine afterError(ErrorOrigin origin) {
        String step = switch (origin.blame()) {
            case OWN_CODE -> origin.frame() == null ? "next.error.own-code-without-frame" : "next.error.own-code";
            case SLOW_CALLEE -> "next.error.slow-callee";
            case CALLEE_OR_NETWORK -> "next.error.callee-or-network";
            case STORE -> "next.error.store";
            case UNKNOWN -> "next.error.unknown";
        };
        return step(step, origin);
    }

    private Arg place(ErrorOrigin origin) {
        CodeLocation frame = origin.frame();
        if (frame == null) {
            return new Arg.Name(origin.service());
        }
        return FramePlaces.exact(places, frame, analysis.errors().indexOf(origin))
                .<Arg>map(Arg.Source::new)
                .orElseGet(() -> new Arg.Name(Names.place(frame)));
    }

    private StoryLine step(String step, ErrorOrigin origin) {
        Line line = new Line(Part.NEXT, step)
                .value(place(origin))
                .name(origin.service().isEmpty() ? "?" : origin.service());
        line.on(Fact.Kind.ERROR, Integer.toString(analysis.errors().indexOf(origin)));
        if (origin.spanId() != null) {
            line.on(Fact.Kind.SPAN, origin.spanId());
        }
        return line.line();
    }
}
