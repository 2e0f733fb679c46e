package io.github.sre4j.newrelic.evidence;

import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import java.util.Map;

/** How requests of a service, and what they do, stand in New Relic. */
interface Requests {

    /** Where the time of each endpoint goes, in one round trip. */
    Map<EndpointName, Breakdown> breakdowns(Window window) throws NerdGraphException;

    /** Slow, normal and failed requests of an endpoint: first which of them to look at, then those. */
    EndpointEvidence about(EvidenceQuestion question, Window window) throws NerdGraphException;
}
