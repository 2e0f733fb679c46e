package io.github.sre4j.newrelic.evidence;

import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.TelemetryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evidence from New Relic. Two or three queries in one round trip tell what metrics know of every endpoint; then two round trips an endpoint, mostly: one
 * that chooses slow, normal and failed requests, one that reads them. Not thread-safe.
 */
public final class NewRelicEvidence implements EvidenceSource {

    private static final int ENDPOINTS_AT_ONCE = 3;

    private final NerdGraph nerdGraph;
    private final ServiceReference service;
    private @Nullable ServiceQueries asking;
    private @Nullable Requests requests;

    /** Evidence about that service. */
    public NewRelicEvidence(NerdGraph nerdGraph, ServiceReference service) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
        this.service = Objects.requireNonNull(service, "service");
    }

    @Override
    public int maxBatchSize() {
        return ENDPOINTS_AT_ONCE;
    }

    @Override
    public int queries() {
        return asking == null ? 0 : asking.queries();
    }

    @Override
    public Map<EndpointName, Breakdown> breakdowns(Window window) throws TelemetryException {
        try {
            return requests().breakdowns(window);
        } catch (NerdGraphException e) {
            throw failure(e);
        }
    }

    @Override
    public List<EndpointEvidence> drillDown(List<EvidenceQuestion> questions, Window window) throws TelemetryException {
        List<EndpointEvidence> found = new ArrayList<>();
        try {
            for (EvidenceQuestion question : questions) {
                found.add(about(question, window));
            }
        } catch (NerdGraphException e) {
            throw failure(e);
        }
        return found;
    }

    /** An endpoint whose name no query can hold, or that New Relic refuses to look for, costs its own evidence and not that of the others. */
    private EndpointEvidence about(EvidenceQuestion question, Window window)
            throws NerdGraphException, TelemetryException {
        Requests asked = requests();
        try {
            return asked.about(question, window);
        } catch (IllegalArgumentException e) {
            return unknown(question);
        } catch (NerdGraphException e) {
            if (e.kind() == NerdGraphException.Kind.BAD_QUERY) {
                return unknown(question);
            }
            throw e;
        }
    }

    private static EndpointEvidence unknown(EvidenceQuestion question) {
        return new EndpointEvidence(question.endpoint(), null, List.of(), List.of(), null);
    }

    private Requests requests() throws NerdGraphException, TelemetryException {
        Requests known = requests;
        if (known == null) {
            ServiceQueries about = new ServiceQueries(nerdGraph, service.find(nerdGraph));
            known = about.entity().isOpenTelemetry() ? new OpenTelemetryRequests(about) : new AgentRequests(about);
            asking = about;
            requests = known;
        }
        return known;
    }

    private static TelemetryException failure(NerdGraphException e) {
        return new TelemetryException(
                e.needsRepair() ? TelemetryException.Kind.MISCONFIGURED : TelemetryException.Kind.UNREACHABLE,
                e.said(),
                e);
    }
}
