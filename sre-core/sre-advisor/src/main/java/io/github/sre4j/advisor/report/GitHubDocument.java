package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code sre-candidates.github.md}: the candidates as text of an issue or a comment on GitHub, which accepts {@value #MAX_LENGTH} characters. The first candidates
 * are complete, as many as fit; the others have a line each. Immutable and thread-safe.
 */
public final class GitHubDocument {

    /** The file's name. */
    public static final String NAME = "sre-candidates.github.md";

    /** The most characters of an issue or comment. */
    public static final int MAX_LENGTH = 65_536;

    private static final int MAX_ITEMS = 20;

    private final CandidatesDocument document;

    /** A document in that language. */
    public GitHubDocument(Texts texts) {
        this.document = new CandidatesDocument(texts);
    }

    /**
     * Returns the document, at most {@link #MAX_LENGTH} characters long.
     *
     * @param report the report, with a plan
     * @param index the source, for the present code
     */
    public String render(ServiceLevelReport report, SourceIndex index) {
        CandidatePlan plan = CandidatePart.planOf(report).orElseThrow();
        for (int items = MAX_ITEMS; ; items /= 2) {
            String shown = render(report, plan, index, items);
            if (shown.length() <= MAX_LENGTH) {
                return shown;
            }
            if (items == 0) {
                // Names alone can be that long: what is left of the text is still one of whole lines.
                return shown.substring(0, shown.lastIndexOf('\n', MAX_LENGTH - 1) + 1);
            }
        }
    }

    private String render(ServiceLevelReport report, CandidatePlan plan, SourceIndex index, int items) {
        String head = document.head(report, plan);
        String tail = document.tail(plan, items);
        String longest = document.lines(plan.candidates(), items);
        int room = MAX_LENGTH - head.length() - tail.length() - longest.length();
        StringBuilder sections = new StringBuilder();
        List<Candidate> others = new ArrayList<>();
        for (Candidate candidate : plan.candidates()) {
            String section = document.section(candidate, report, plan, index);
            if (others.isEmpty() && sections.length() + section.length() <= room) {
                sections.append(section);
            } else {
                others.add(candidate);
            }
        }
        return head + sections + document.lines(others, items) + tail;
    }
}
