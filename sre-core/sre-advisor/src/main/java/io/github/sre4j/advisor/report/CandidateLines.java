package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.remedy.SketchLine;
import io.github.sre4j.assess.Assessment;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.report.console.ConsoleLine.Level;
import io.github.sre4j.report.console.ConsoleLine.Segment;
import io.github.sre4j.report.console.ConsoleLine.Style;
import io.github.sre4j.report.console.ConsoleLines;
import io.github.sre4j.report.console.ConsoleReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.text.Columns;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays improvement candidates out for a terminal: the first in full, the rest a line each, last how far they lead. Immutable and thread-safe. */
public final class CandidateLines {

    private static final int MOST_OTHERS = 20;
    private static final int MOST_SKETCH = 40;
    private static final String SKETCH = "     ";

    private final Texts texts;
    private final Sentences sentences;
    private final CandidateSentences words;
    private final int columns;

    /** Candidates in that language, in {@value ConsoleReport#COLUMNS} columns. */
    public CandidateLines(Texts texts) {
        this.texts = texts;
        this.columns = ConsoleReport.COLUMNS;
        this.sentences = new Sentences(texts, ConsoleLines::safeName, ConsoleLines::safe);
        this.words = new CandidateSentences(texts, ConsoleLines::safeName, ConsoleLines::safe);
    }

    /**
     * The lines of a plan.
     *
     * @param service the service
     * @param assessment what it was held against
     * @param plan the candidates
     * @param sourceAtHand whether the product's source was looked at
     * @param full where the candidates stand in full, for people
     */
    public List<ConsoleLine> lines(
            Service service, Assessment assessment, CandidatePlan plan, boolean sourceAtHand, String full) {
        ConsoleLines lines = new ConsoleLines(columns);
        lines.add(
                Level.INFO,
                Style.STRONG,
                words.text(
                        "head",
                        TextEscaping.forTerminal(service.name()),
                        TextEscaping.forTerminal(assessment.standard().name()),
                        texts.formats()
                                .window(
                                        assessment.window().from(),
                                        assessment.window().to())));
        if (plan.candidates().isEmpty()) {
            lines.add(
                    Level.INFO,
                    Style.PLAIN,
                    assessment.goal().missed() == 0
                            ? words.text("none")
                            : words.text("none.found", assessment.goal().missed()));
        }
        plan.first().forEach(candidate -> {
            lines.add(Level.INFO, Style.PLAIN, " ");
            full(lines, candidate, plan, sourceAtHand);
        });
        lines.add(Level.INFO, Style.PLAIN, " ");
        section(lines, "others", plan.others().stream().map(words::line).toList());
        section(
                lines,
                "unexplained.head",
                plan.unexplained().stream().map(words::unexplained).toList());
        section(
                lines,
                "harmless.head",
                plan.harmless().stream().map(words::harmless).toList());
        section(lines, "track.head", words.track(plan.track()));
        plan.notes().forEach(note -> lines.add(Level.WARN, Style.WARN, words.note(note)));
        words.goal(plan).forEach(line -> lines.add(Level.INFO, Style.STRONG, line));
        lines.add(Level.INFO, Style.STRONG, sentences.goalAlone(assessment.goal()));
        if (plan.queries() > 0) {
            lines.add(Level.INFO, Style.DIM, words.text("queries", plan.queries()));
        }
        if (!plan.candidates().isEmpty()) {
            lines.add(Level.INFO, Style.PLAIN, words.text("full", TextEscaping.forTerminal(full)));
        }
        return lines.all();
    }

    private void section(ConsoleLines lines, String head, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        lines.add(Level.INFO, Style.STRONG, words.text(head));
        items.stream()
                .limit(MOST_OTHERS)
                .forEach(item -> lines.add(Level.INFO, List.of(new Segment(Style.PLAIN, "  " + item)), 6));
        if (items.size() > MOST_OTHERS) {
            lines.add(Level.INFO, Style.DIM, "  " + texts.get("report.more", items.size() - MOST_OTHERS));
        }
    }

    private void full(ConsoleLines lines, Candidate candidate, CandidatePlan plan, boolean sourceAtHand) {
        lines.add(
                Level.INFO,
                List.of(
                        new Segment(Style.STRONG, candidate.rank() + "  "),
                        new Segment(Style.STRONG, words.title(candidate))));
        List<String> labels = Stream.of("effect", "why", "where", "what", "risk", "verify", "done", "rank", "but")
                .map(key -> words.text("label." + key))
                .toList();
        int width = labels.stream().mapToInt(Columns::width).max().orElse(0) + 2;
        part(lines, width, "effect", words.impact(candidate, plan.windowDays()));
        words.but(candidate).ifPresent(but -> part(lines, width, "but", List.of(but)));
        part(lines, width, "why", words.facts(candidate));
        where(lines, width, candidate, sourceAtHand);
        part(lines, width, "what", List.of(words.what(candidate)));
        sketch(lines, candidate.fix().sketch());
        part(lines, width, "risk", List.of(words.risk(candidate)));
        part(lines, width, "verify", List.of(words.verify(candidate)));
        part(lines, width, "done", words.doneWhen(candidate));
        part(lines, width, "rank", List.of(words.rank(candidate)));
    }

    /** A label, and beside it its sentences, each from a line of its own. */
    private void part(ConsoleLines lines, int width, String label, List<String> sentences) {
        String shown = "   " + Columns.pad(words.text("label." + label), width);
        String blank = " ".repeat(Columns.width(shown));
        for (int i = 0; i < sentences.size(); i++) {
            lines.add(
                    Level.INFO,
                    List.of(new Segment(Style.DIM, i == 0 ? shown : blank), new Segment(Style.PLAIN, sentences.get(i))),
                    blank.length());
        }
    }

    /** The file has a line of its own, whole, so that it can be copied and clicked. */
    private void where(ConsoleLines lines, int width, Candidate candidate, boolean sourceAtHand) {
        List<SourceLocation> places = words.places(candidate);
        Optional<String> before = words.beforePlaces(candidate, sourceAtHand);
        List<String> names = new ArrayList<>();
        before.ifPresent(names::add);
        if (before.isEmpty()) {
            names.add(words.codeName(places.get(0)));
        }
        part(lines, width, "where", names);
        for (SourceLocation place : places) {
            String file = SKETCH + TextEscaping.printable(place.file()) + ":" + place.line();
            lines.whole(Style.PLAIN, places.size() == 1 ? file : file + "  " + words.codeName(place));
        }
    }

    private void sketch(ConsoleLines lines, List<SketchLine> sketch) {
        List<SketchLine> whole = SketchHunks.forEyes(sketch);
        List<SketchLine> shown = whole.stream().limit(MOST_SKETCH).toList();
        int common = shown.stream()
                .filter(line -> " -+".indexOf(line.mark()) >= 0 && !line.text().isBlank())
                .mapToInt(line -> indent(spaced(line.text())))
                .min()
                .orElse(0);
        for (SketchLine line : shown) {
            String text = spaced(line.text());
            String code =
                    line.mark() == '@' ? text : line.mark() + " " + text.substring(Math.min(common, text.length()));
            switch (line.mark()) {
                // The place is named above.
                case '@' -> lines.whole(Style.DIM, SKETCH + text);
                case '~' -> lines.whole(Style.DIM, SKETCH + "…");
                case '-' -> lines.whole(Style.BAD, SKETCH + code);
                case '+' -> lines.whole(Style.GOOD, SKETCH + code);
                default -> lines.whole(Style.DIM, SKETCH + cutAtEnd(code, columns - SKETCH.length()));
            }
        }
        if (shown.size() < whole.size()) {
            // Half a patch must not look like a whole one; the file has all of it.
            lines.whole(Style.DIM, SKETCH + "…");
        }
    }

    private static String spaced(String code) {
        return TextEscaping.printable(code.replace("\t", "    "));
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String cutAtEnd(String text, int room) {
        int end = text.length();
        while (Columns.width(text.substring(0, end)) > room) {
            end--;
        }
        return text.substring(0, end);
    }
}
