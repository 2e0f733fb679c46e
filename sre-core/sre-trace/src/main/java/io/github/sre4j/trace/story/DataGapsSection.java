package io.github.sre4j.trace.story;

import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.story.StoryLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is not known, and what had to be mended. */
final class DataGapsSection {

    private static final int MAX_SUBJECTS = 4;

    private final Trace trace;
    private final StoryPlaces places;

    DataGapsSection(TraceAnalysis analysis, StoryPlaces places) {
        this.places = places;
        this.trace = analysis.trace();
    }

    /** Values: 0 count, 1 subjects, 2 amount of time, 3 number of services with spans. */
    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        for (TraceNote note : trace.notes()) {
            if (told(note)) {
                List<Arg> subjects = note.subjects().stream()
                        .limit(MAX_SUBJECTS)
                        .<Arg>map(Arg.Name::new)
                        .toList();
                String kind = note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
                lines.add(new Line(Part.MISSING, "note." + kind)
                        .count(note.count())
                        .value(new Arg.Items(subjects))
                        .time(Math.abs(note.nanos()))
                        .count(trace.services().size())
                        .on(note)
                        .line());
            }
        }
        if (!places.all().isEmpty()) {
            lines.add(new Line(Part.MISSING, "note.sources")
                    .on(Fact.Kind.TRACE, trace.id())
                    .line());
        }
        return lines;
    }

    /** Rounding and spans without length change nothing a reader would do; one statement cannot ask twice for a row. */
    private static boolean told(TraceNote note) {
        if (note.kind() == TraceNote.Kind.STATEMENT_OBFUSCATED && note.count() < 2) {
            return false;
        }
        return note.kind() != TraceNote.Kind.ROUNDED_START_MOVED
                && note.kind() != TraceNote.Kind.ZERO_LENGTH
                && note.kind() != TraceNote.Kind.DUPLICATES;
    }
}
