package io.github.sre4j.advisor;

import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.TelemetryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for evidence so that one endpoint that cannot be asked about costs its own candidate, not those of the others. Not thread-safe. */
final class EvidenceCollector {

    private final EvidenceSource source;
    private final Window window;

    EvidenceCollector(EvidenceSource source, Window window) {
        this.source = source;
        this.window = window;
    }

    /** Returns the breakdowns by metrics; traces do without them. */
    Map<EndpointName, Breakdown> breakdowns() throws TelemetryException {
        return source.breakdowns(window);
    }

    /**
     * Returns the answers in the order of the questions; empty for an endpoint that cannot be asked about.
     *
     * @throws TelemetryException if none of several can be asked about: then it is the source that fails
     */
    List<Optional<EndpointEvidence>> answers(List<EvidenceQuestion> questions) throws TelemetryException {
        try {
            return source.drillDown(questions, window).stream()
                    .map(Optional::of)
                    .toList();
        } catch (TelemetryException | IllegalArgumentException e) {
            if (e instanceof TelemetryException told && told.kind() == TelemetryException.Kind.UNREACHABLE) {
                throw told;
            }
            return oneByOne(questions);
        }
    }

    private List<Optional<EndpointEvidence>> oneByOne(List<EvidenceQuestion> questions) throws TelemetryException {
        List<Optional<EndpointEvidence>> answers = new ArrayList<>();
        TelemetryException failure = null;
        for (EvidenceQuestion question : questions) {
            try {
                answers.add(source.drillDown(List.of(question), window).stream().findFirst());
            } catch (TelemetryException e) {
                failure = e;
                answers.add(Optional.empty());
            } catch (IllegalArgumentException e) {
                // A name that the source cannot express.
                answers.add(Optional.empty());
            }
        }
        if (failure != null && questions.size() > 1 && answers.stream().allMatch(Optional::isEmpty)) {
            throw failure;
        }
        return answers;
    }
}
