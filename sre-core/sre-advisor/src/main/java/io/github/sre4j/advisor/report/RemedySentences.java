package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.AffectedEndpoint;
import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.DoneWhen;
import io.github.sre4j.advisor.remedy.ProposedFix;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What to change, and when that is done, in words. Immutable. */
final class RemedySentences {

    private final Texts words;
    private final Formats formats;
    private final CandidateNumbers numbers;
    private final UnaryOperator<String> name;

    RemedySentences(Texts words, Formats formats, CandidateNumbers numbers, UnaryOperator<String> name) {
        this.words = words;
        this.formats = formats;
        this.numbers = numbers;
        this.name = name;
    }

    /** What to do, in a few words. */
    String remedy(Candidate candidate) {
        return words.get("remedy." + candidate.fix().kind().id() + ".title");
    }

    /** What to do. */
    String what(Candidate candidate) {
        String what = ofRemedy(candidate.fix(), candidate.fix().named() ? "what-named" : "what");
        String shownFor = candidate.fix().shownFor();
        return shownFor.isEmpty()
                ? what
                : String.join(words.get("fact.separator"), what, words.get("patch.left-out", shownFor));
    }

    /** What may go wrong. */
    String risk(Candidate candidate) {
        return ofRemedy(candidate.fix(), "risk");
    }

    /** How to see before release that it works. */
    String verify(Candidate candidate) {
        return ofRemedy(candidate.fix(), "verify");
    }

    private String ofRemedy(ProposedFix fix, String part) {
        return words.get(
                "remedy." + fix.kind().id() + "." + part,
                fix.names().stream().map(name).toArray());
    }

    /** When it is done, at each endpoint it helps. */
    List<String> doneWhen(Candidate candidate) {
        List<String> done = new ArrayList<>();
        for (AffectedEndpoint each : candidate.helped()) {
            done.add(sli(name.apply(each.endpoint().label()), each.doneWhen().sli()));
        }
        DoneWhen most = candidate.doneWhen();
        if (most.counted()) {
            done.add(words.get("done.calls", most.callsThen(), numbers.times(most.callsNow())));
        }
        return done;
    }

    private String sli(String label, SliResult sli) {
        BigDecimal objective = sli.sli().objective().ratio();
        if (sli.sli() instanceof LatencySli latency) {
            return words.get(
                    "done.latency",
                    label,
                    formats.exactPercent(objective),
                    formats.exactDuration(latency.threshold()),
                    formats.percentBeside(sli.tally().goodRatio(), objective));
        }
        BigDecimal allowed = BigDecimal.ONE.subtract(objective);
        return words.get(
                "done.errors",
                label,
                formats.exactPercent(allowed),
                formats.percentBeside(sli.tally().badRatio(), allowed));
    }
}
