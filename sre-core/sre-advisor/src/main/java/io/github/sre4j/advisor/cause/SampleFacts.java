package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.SpanSample;
import java.util.List;

/** Says how many of an endpoint's requests are known at all, where spans are all that is known of them. */
final class SampleFacts {

    private SampleFacts() {}

    static List<Fact> of(EndpointEvidence evidence) {
        return evidence.spanSample().map(SampleFacts::fact).map(List::of).orElse(List.of());
    }

    private static Fact fact(SpanSample sample) {
        return sample.counted()
                ? Fact.of(
                        Basis.METRICS,
                        "spans-of",
                        sample.spans(),
                        sample.requests(),
                        new Fact.Share(
                                sample.requests() == 0 ? 1 : Math.min(1, (double) sample.spans() / sample.requests())))
                : Fact.of(Basis.EVENTS, "spans-only", sample.spans());
    }
}
