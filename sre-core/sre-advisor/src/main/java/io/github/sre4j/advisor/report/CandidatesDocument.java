package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.remedy.SketchLine;
import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Markdown;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code sre-candidates.md}: a section for each candidate that stands for itself, to be pasted into an issue or handed to whoever makes the change.
 * Immutable and thread-safe.
 */
public final class CandidatesDocument {

    /** The file's name. */
    public static final String NAME = "sre-candidates.md";

    private static final int AROUND = 6;

    private final Texts texts;
    private final Sentences sentences;
    private final CandidateSentences words;

    /** A document in that language. */
    public CandidatesDocument(Texts texts) {
        this.texts = texts;
        this.sentences = new Sentences(texts, Markdown::code, Markdown::prose);
        this.words = new CandidateSentences(texts, CandidatesDocument::name, Markdown::prose);
    }

    /** What is not known stays empty, where an empty code span would be two backticks. */
    private static String name(String text) {
        return text.isEmpty() ? "" : Markdown.code(text);
    }

    /**
     * The document.
     *
     * @param report the report, with a plan
     * @param index the source, for the present code
     */
    public String render(ServiceLevelReport report, SourceIndex index) {
        CandidatePlan plan = CandidatePart.planOf(report).orElseThrow();
        StringBuilder out = new StringBuilder(head(report, plan));
        plan.candidates().forEach(candidate -> out.append(section(candidate, report, plan, index)));
        return out.append(tail(plan, Integer.MAX_VALUE)).toString();
    }

    /** Returns the title and the sums. */
    String head(ServiceLevelReport report, CandidatePlan plan) {
        StringBuilder out = new StringBuilder();
        paragraph(
                out,
                "# "
                        + words.text(
                                "markdown.title",
                                Markdown.prose(report.service().name())));
        if (plan.candidates().isEmpty()) {
            int missed = report.assessment().goal().missed();
            paragraph(out, missed == 0 ? words.text("none") : words.text("none.found", missed));
        } else {
            paragraph(out, words.text("markdown.intro"));
        }
        words.goal(plan).forEach(line -> paragraph(out, "**" + line + "**"));
        paragraph(out, sentences.goalAlone(report.assessment().goal()));
        return out.toString();
    }

    /**
     * Returns the lists behind the candidates.
     *
     * @param most items of each list, at most; the rest is a number
     */
    String tail(CandidatePlan plan, int most) {
        StringBuilder out = new StringBuilder();
        list(
                out,
                "unexplained.head",
                plan.unexplained().stream().map(words::unexplained).toList(),
                most);
        list(out, "harmless.head", plan.harmless().stream().map(words::harmless).toList(), most);
        list(out, "track.head", words.track(plan.track()), most);
        if (plan.queries() > 0) {
            paragraph(out, words.text("queries", plan.queries()));
        }
        return out.toString();
    }

    /** Returns a line for each candidate that has no section. */
    String lines(List<Candidate> candidates, int most) {
        StringBuilder out = new StringBuilder();
        list(out, "others", candidates.stream().map(words::line).toList(), most);
        return out.toString();
    }

    /** Returns a candidate as a task of its own: problem, evidence, location, change, and how to verify it. */
    String section(Candidate candidate, ServiceLevelReport report, CandidatePlan plan, SourceIndex index) {
        StringBuilder out = new StringBuilder();
        paragraph(out, "## " + candidate.rank() + ". " + words.title(candidate));
        paragraph(
                out,
                "**" + words.text("label.effect") + "**: "
                        + String.join(" ", words.impact(candidate, plan.windowDays())));
        words.but(candidate).ifPresent(but -> paragraph(out, "**" + words.text("label.but") + "**: " + but));
        plan.narration(candidate).ifPresent(told -> paragraph(out, "> " + words.narration(told)));
        list(out, "markdown.evidence", words.facts(candidate), Integer.MAX_VALUE);
        heading(out, "label.where");
        where(out, candidate, index);
        heading(out, "label.what");
        paragraph(out, words.what(candidate));
        sketch(out, candidate.fix().sketch());
        paragraph(out, "**" + words.text("label.risk") + "**: " + words.risk(candidate));
        heading(out, "markdown.acceptance");
        words.doneWhen(candidate)
                .forEach(done -> out.append("- [ ] ").append(done).append('\n'));
        out.append("- [ ] ").append(words.verify(candidate)).append("\n\n");
        paragraph(
                out,
                "<sub>" + words.text("label.rank") + ": " + words.rank(candidate) + ". "
                        + words.text(
                                "markdown.measured",
                                texts.formats()
                                        .window(
                                                report.assessment().window().from(),
                                                report.assessment().window().to()),
                                Markdown.prose(texts.say(report.source().description())))
                        + "</sub>");
        return out.toString();
    }

    private void where(StringBuilder out, Candidate candidate, SourceIndex index) {
        words.beforePlaces(candidate, index != SourceIndex.NONE).ifPresent(text -> paragraph(out, text));
        if (candidate.places().isEmpty()) {
            return;
        }
        for (SourceLocation place : candidate.places()) {
            out.append("- ")
                    .append(words.place(place))
                    .append(place.permalink().map(url -> " " + link(url)).orElse(""))
                    .append('\n');
        }
        out.append('\n');
        candidate
                .place()
                .flatMap(place -> index.snippet(place, AROUND).map(found -> present(found, place)))
                .ifPresent(code -> {
                    paragraph(out, words.text("markdown.present") + ":");
                    paragraph(out, code);
                });
    }

    /** Only what looks like an address of a code host becomes a link. */
    private static String link(String url) {
        boolean plain = url.startsWith("https://")
                && url.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>' || c == '(' || c == ')' || c > '~');
        return plain ? "(<" + url + ">)" : Markdown.code(url);
    }

    private static String present(Snippet snippet, SourceLocation place) {
        StringBuilder code = new StringBuilder(fence(snippet.lines())).append("java\n");
        int width = String.valueOf(snippet.firstLine() + snippet.lines().size()).length();
        for (int i = 0; i < snippet.lines().size(); i++) {
            int line = snippet.firstLine() + i;
            String number = String.valueOf(line);
            code.append(line == place.line() ? "> " : "  ")
                    .append(" ".repeat(width - number.length()))
                    .append(number)
                    .append("  ")
                    .append(TextEscaping.printable(snippet.lines().get(i).replace("\t", "    ")))
                    .append('\n');
        }
        return code.append(fence(snippet.lines())).toString();
    }

    private void sketch(StringBuilder out, List<SketchLine> sketch) {
        if (sketch.isEmpty()) {
            return;
        }
        paragraph(out, words.text("markdown.sketch") + ":");
        String fence = fence(sketch.stream().map(SketchLine::text).toList());
        out.append(fence).append("diff\n");
        for (int i = 0; i < sketch.size(); i++) {
            SketchLine line = sketch.get(i);
            boolean hunks = i + 1 < sketch.size() && sketch.get(i + 1).mark() == '~';
            String text = printable(line.inPatch());
            if (line.mark() == '@') {
                text = hunks ? "--- a/" + text + "\n+++ b/" + text : "# " + text;
            }
            out.append(text).append('\n');
        }
        out.append(fence).append("\n\n");
    }

    /** With its tabs: with blanks in their place nobody could apply it. */
    private static String printable(String patch) {
        return Arrays.stream(patch.split("\t", -1)).map(TextEscaping::printable).collect(Collectors.joining("\t"));
    }

    /** Longer than any run of backticks in the code. */
    private static String fence(List<String> lines) {
        int longest = 2;
        for (String line : lines) {
            int run = 0;
            for (int i = 0; i < line.length(); i++) {
                run = line.charAt(i) == '`' ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return "`".repeat(longest + 1);
    }

    private void list(StringBuilder out, String title, List<String> items, int most) {
        if (!items.isEmpty()) {
            heading(out, title);
            items.stream()
                    .limit(most)
                    .forEach(item -> out.append("- ").append(item).append('\n'));
            if (items.size() > most) {
                out.append("- ")
                        .append(texts.get("report.more", items.size() - most))
                        .append('\n');
            }
            out.append('\n');
        }
    }

    private void heading(StringBuilder out, String key) {
        String words = this.words.text(key);
        boolean open = words.endsWith(":") || words.endsWith("：");
        paragraph(out, "### " + (open ? words.substring(0, words.length() - 1) : words));
    }

    private static void paragraph(StringBuilder out, String text) {
        out.append(text).append("\n\n");
    }
}
