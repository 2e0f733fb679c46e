package io.github.sre4j.advisor.remedy;

import java.util.List;

/** What was sent cannot be used: the framework answers 400 already, and the agent counts it as a failure of the service. */
final class BadRequestRemedy implements Remedy {

    @Override
    public ProposedFix propose(RemedyContext situation) {
        List<SketchLine> sketch = new Sketch()
                .file("newrelic.yml")
                .keep("  error_collector:")
                .come("    ignore_status_codes: \"400,404,405\"")
                .lines();
        return situation.fix(
                RemedyKind.ANSWER_400,
                false,
                situation.names(),
                sketch,
                situation.best().orElse(null));
    }
}
