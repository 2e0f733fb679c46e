package io.github.sre4j.benchmarks.newrelic;

import io.github.sre4j.advisor.CandidateFinder;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.newrelic.NewRelicTelemetry;
import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.evidence.NewRelicEvidence;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.yaml.InvalidConfigException;
import io.github.sre4j.standard.yaml.StandardYaml;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.trace.error.ApplicationCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Looks for the candidates of a service, as {@code sre:suggest} does, and counts queries and the time in which evidence was collected. */
public final class SuggestFromNewRelic {

    private SuggestFromNewRelic() {}

    /**
     * Asks again and again and prints what it took.
     *
     * @param args the address of NerdGraph, the service, its standard, the end and the length of the window, and how often; the key is taken from the
     *     environment
     */
    @SuppressWarnings("SystemOut") // a program that prints figures
    public static void main(String[] args) throws TelemetryException, InvalidConfigException, IOException {
        Standard standard = StandardYaml.read(args[2], Files.readAllBytes(Path.of(args[2])));
        Window window = Window.endingAt(Instant.parse(args[3]), Duration.parse(args[4]));
        for (int run = 0; run < Integer.parseInt(args[5]); run++) {
            UserKey key = UserKey.of(System.getenv().getOrDefault("NEW_RELIC_API_KEY", ""), "NEW_RELIC_API_KEY");
            NerdGraph nerdGraph = new NerdGraph(NerdGraphOptions.of(URI.create(args[0]), key, null), new BuildScope());
            ServiceReference service = ServiceReference.named(args[1], OptionalLong.empty());
            ServiceLevelReport report = new ServiceLevelCheck(standard, Product.NOT_CONFIGURED, Clock.systemUTC())
                    .run(
                            new NewRelicTelemetry(nerdGraph, service),
                            new CheckOptions(new Service(args[1], null), window, Enforcement.OBSERVE, OnNoData.FAIL),
                            ProgressListener.NONE);
            Timed evidence = new Timed(new NewRelicEvidence(nerdGraph, service));
            long begin = System.nanoTime();
            CandidatePlan plan = new CandidateFinder(
                            evidence, SourceIndex.NONE, ApplicationCode.DEFAULT, OwnHosts.UNSAID)
                    .plan(report.assessment(), 3);
            double whole = (System.nanoTime() - begin) / 1e9;
            int found = plan.candidates().size();
            System.out.printf(
                    "endpoints asked about %d  candidates %d  queries %d (%.1f a candidate)  evidence %.2f s  plan %.2f s%n",
                    evidence.asked,
                    found,
                    plan.queries(),
                    (double) plan.queries() / found,
                    evidence.nanos / 1e9,
                    whole);
        }
    }

    /** Takes the time of another one. */
    private static final class Timed implements EvidenceSource {
        private final EvidenceSource source;
        private long nanos;
        private int asked;

        Timed(EvidenceSource source) {
            this.source = source;
        }

        @Override
        public Map<EndpointName, Breakdown> breakdowns(Window window) throws TelemetryException {
            long begin = System.nanoTime();
            Map<EndpointName, Breakdown> all = source.breakdowns(window);
            nanos += System.nanoTime() - begin;
            return all;
        }

        @Override
        public List<EndpointEvidence> drillDown(List<EvidenceQuestion> questions, Window window)
                throws TelemetryException {
            long begin = System.nanoTime();
            List<EndpointEvidence> all = source.drillDown(questions, window);
            nanos += System.nanoTime() - begin;
            asked += questions.size();
            return all;
        }

        @Override
        public int maxBatchSize() {
            return source.maxBatchSize();
        }

        @Override
        public int queries() {
            return source.queries();
        }
    }
}
