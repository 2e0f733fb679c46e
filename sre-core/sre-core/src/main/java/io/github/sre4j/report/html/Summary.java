package io.github.sre4j.report.html;

import io.github.sre4j.assess.GoalProgress;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import java.util.List;

/**
 * The first screen: whose report this is, how far it is from the goal, what the build does and why, and what to do next.
 *
 * @param words the words
 * @param running whether it is of a running service, which has no build
 */
record Summary(PageText words, boolean running) implements PageSection {

    @Override
    public void write(ServiceLevelReport report, HtmlWriter html) {
        html.open("header");
        html.leaf("p", words.own("page.kind"), "class", "kind");
        html.open("h1").leaf("bdi", words.name(report.service().name())).close();
        html.leaf("p", words.sentences().subject(report), "class", "quiet");
        html.close();
        html.open("section", "class", "hero", "aria-labelledby", "goal");
        html.open("div");
        if (Sentences.judged(report.gate())) {
            goal(report.assessment().goal(), html);
            report.history().ifPresent(trend -> list(words.sentences().trend(trend), html));
        } else {
            html.leaf("h2", words.own("outcome." + report.gate().outcome().id()), "id", "goal", "class", "figure");
        }
        html.close().open("div", "class", "cards");
        gate(report.gate(), html);
        next(words.next().of(report), html);
        html.close().close();
    }

    private void goal(GoalProgress goal, HtmlWriter html) {
        html.open("h2", "id", "goal", "class", "figure");
        if (goal.remaining() == 0) {
            html.text(words.own(goal.met() + goal.waived() == goal.endpoints() ? "hero.all-met" : "hero.none-missed"));
        } else {
            html.leaf("b", words.formats().count(goal.remaining()), "class", "count")
                    .text(" ")
                    .leaf("span", words.own("hero.to-go"));
        }
        html.close();
        bar(goal, html);
        html.leaf("p", words.sentences().goal(goal), "class", "lead");
    }

    /** One bar of all endpoints; its legend says the same in words and numbers. */
    private void bar(GoalProgress goal, HtmlWriter html) {
        GoalBar bar = GoalBar.of(goal);
        bar.write(html);
        html.open("ul", "class", "legend");
        for (GoalBar.Segment segment : bar.segments()) {
            html.open("li", "class", "k-" + PageText.id(segment.verdict()));
            html.leaf("b", words.formats().count(segment.count()));
            html.text(" ").text(words.verdict(segment.verdict())).close();
        }
        html.close();
    }

    private void gate(GateDecision gate, HtmlWriter html) {
        boolean clean = gate.passed() && gate.wouldPassEnforced();
        html.open("div", "class", "card " + (clean ? "good" : gate.passed() ? "warn" : "bad"));
        if (running) {
            html.leaf(
                    "h3",
                    words.own(
                            !Sentences.judged(gate)
                                    ? "outcome." + gate.outcome().id()
                                    : gate.wouldPassEnforced() ? "running.met" : "running.missed"));
            html.leaf("p", words.sentences().reason(gate.reasons().get(0)));
        } else {
            html.leaf("h3", words.own(gate.passed() ? "gate.passes" : "gate.fails"));
            html.leaf("p", words.sentences().verdict(gate));
        }
        list(
                gate.reasons().stream()
                        .skip(1)
                        .filter(reason -> !SourcePart.tells(reason))
                        .map(words.sentences()::reason)
                        .toList(),
                html);
        html.close();
    }

    private void next(List<String> steps, HtmlWriter html) {
        if (steps.isEmpty()) {
            return;
        }
        html.open("div", "class", "card");
        html.leaf("h3", words.own("next.title"));
        html.leaf("p", steps.get(0), "class", "first-up");
        list(steps.subList(1, steps.size()), html);
        html.close();
    }

    private static void list(List<String> items, HtmlWriter html) {
        if (!items.isEmpty()) {
            html.open("ul");
            items.forEach(item -> html.leaf("li", item));
            html.close();
        }
    }

    /** The order in which verdicts are shown everywhere on the page. */
    static final List<Verdict> ORDER =
            List.of(Verdict.MISSED, Verdict.UNDECIDED, Verdict.MET, Verdict.WAIVED, Verdict.NO_DATA);
}
