package io.github.sre4j.report.html;

import io.github.sre4j.assess.GoalProgress;
import io.github.sre4j.assess.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** All endpoints as one bar, cut by verdict: met from the left, missed next to it, then what nobody can say yet. */
record GoalBar(List<Segment> segments, int endpoints) {

    private static final int WIDTH = 1000;

    /** Of the width, so that one endpoint of a thousand is still seen. */
    private static final int LEAST = 6;

    record Segment(Verdict verdict, int count) {}

    static GoalBar of(GoalProgress goal) {
        return new GoalBar(
                Stream.of(
                                new Segment(Verdict.MET, goal.met()),
                                new Segment(Verdict.WAIVED, goal.waived()),
                                new Segment(Verdict.MISSED, goal.missed()),
                                new Segment(Verdict.UNDECIDED, goal.undecided()),
                                new Segment(Verdict.NO_DATA, goal.noData()))
                        .filter(segment -> segment.count() > 0)
                        .toList(),
                goal.endpoints());
    }

    void write(HtmlWriter html) {
        html.open(
                "svg", "class", "bar", "viewBox", "0 0 1000 24", "preserveAspectRatio", "none", "aria-hidden", "true");
        int x = 0;
        for (int i = 0; i < segments.size(); i++) {
            int width =
                    i == segments.size() - 1 ? WIDTH - x : width(segments.get(i), WIDTH - x, segments.size() - 1 - i);
            int gap = i == segments.size() - 1 ? 0 : 2;
            html.shape(
                    "rect",
                    "class",
                    "f-" + PageText.id(segments.get(i).verdict()),
                    "x",
                    String.valueOf(x),
                    "width",
                    String.valueOf(width - gap),
                    "height",
                    "24");
            x += width;
        }
        html.close();
    }

    private int width(Segment segment, int left, int others) {
        int exact = (int) Math.round((double) WIDTH * segment.count() / endpoints);
        return Math.min(Math.max(LEAST, exact), left - others * LEAST);
    }
}
