package io.github.sre4j.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.evidence.Segment;
import io.github.sre4j.advisor.impact.SlowRequest;
import io.github.sre4j.advisor.impact.SlowRequestTail;
import io.github.sre4j.advisor.report.CandidatePart;
import io.github.sre4j.advisor.report.CandidateSentences;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateFinderTest {

    @TempDir
    Path folder;

    @Test
    void without_a_trace_metrics_name_what_takes_the_time_and_say_that_nothing_else_does() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 100; i++) {
            shop.request("search", 2_000, List.of());
        }
        shop.metric("search", "", 100, 200)
                .metric("search", "Datastore/statement/Postgres/products/select", 100, 180)
                .metric("search", "Java/shop.Search/run", 100, 20);
        Candidate only = shop.plan(folder, SourceIndex.NONE).candidates().get(0);
        assertThat(only.cause().subject()).isEqualTo("select products");
        assertThat(only.cause().confidence()).isEqualTo(0.7);
        assertThat(only.impact().traces()).isZero();
        assertThat(only.cause().facts()).extracting(Fact::key).containsExactly("per-request", "no-traces");
        assertThat(only.fixability().place()).isEqualTo(Fixability.Place.SERVICE);
        // Nine tenths of 2 s is more than the second above the threshold.
        assertThat(only.impact().secondsPerDay()).isCloseTo(100, within(0.5));
    }

    @Test
    void without_metrics_counts_failures_of_all_requests_that_left_an_event() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 90; i++) {
            shop.request("orders", 100, List.of());
        }
        for (int i = 0; i < 10; i++) {
            shop.failed("orders", "java.lang.IllegalStateException");
        }
        Candidate only = shop.plan(folder, SourceIndex.NONE).candidates().get(0);
        assertThat(only.cause().facts().get(0)).isEqualTo(Fact.of(Basis.EVENTS, "failed", 10L, 100L));
    }

    @Test
    void says_how_far_each_change_brings_its_endpoint_on_top_of_those_before_it() throws Exception {
        // What is given back a day is given back in the days observed.
        CandidatePlan plan = CandidatePart.planOf(Petclinic.report(Duration.ofMillis(100), SourceIndex.NONE, 10))
                .orElseThrow();
        Map<String, Double> good = new HashMap<>();
        for (Candidate candidate : plan.candidates()) {
            AffectedEndpoint helped = candidate.helped().get(0);
            Tally now = helped.doneWhen().sli().tally();
            double sum = good.merge(
                    helped.endpoint().label() + candidate.kind(),
                    candidate.impact().goodPerDay(),
                    Double::sum);
            assertThat(helped.expectedGoodRatio())
                    .isCloseTo((now.good() + sum * plan.windowDays()) / now.total(), within(1e-9));
        }
        assertThat(plan.candidates())
                .extracting(each -> each.helped().get(0).stillViolates())
                .contains(true, false);
    }

    @Test
    void asks_in_the_order_of_what_there_is_to_give_and_says_what_nobody_can_explain() throws Exception {
        Asked source = new Asked(Map.of());
        CandidatePlan plan = Petclinic.plan(
                six().measured(folder, Product.NOT_CONFIGURED).assessment(), source, SourceIndex.NONE, 1);
        assertThat(source.asked)
                .extracting(EndpointName::value)
                .containsExactly(
                        Shop.endpoint("e1"),
                        Shop.endpoint("e2"),
                        Shop.endpoint("e3"),
                        Shop.endpoint("e4"),
                        Shop.endpoint("e5"),
                        Shop.endpoint("e6"));
        assertThat(plan.candidates()).isEmpty();
        assertThat(plan.unexplained())
                .hasSize(6)
                .extracting(EndpointWithoutCandidate::why)
                .containsOnly(EndpointWithoutCandidate.Why.NO_CAUSE);
    }

    @Test
    void asks_no_further_once_nothing_left_can_be_worth_more() throws Exception {
        EndpointName first = new EndpointName(Shop.endpoint("e1"));
        Asked source = new Asked(Map.of(
                first,
                new Breakdown(
                        100, 0, List.of(new Segment("Datastore/statement/Postgres/products/select", 100, 400, 400)))));
        CandidatePlan plan = Petclinic.plan(
                six().measured(folder, Product.NOT_CONFIGURED).assessment(), source, SourceIndex.NONE, 1);
        // 300 s × 0.7 × 0.4 × 0.7 is less than the 60 s of the fifth endpoint, but more than the 50 s of the last.
        assertThat(plan.candidates())
                .singleElement()
                .satisfies(only -> assertThat(only.score()).isBetween(50.0, 60.0));
        assertThat(source.asked).hasSize(5);
        assertThat(plan.unexplained())
                .filteredOn(each -> each.why() == EndpointWithoutCandidate.Why.NOT_ASKED)
                .extracting(each -> each.endpoint().name().value())
                .containsExactly(Shop.endpoint("e6"));
    }

    @Test
    void an_endpoint_that_hardly_anybody_asks_for_comes_last_and_says_so_whatever_it_has_to_give() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 9; i++) {
            shop.request("rare", 60_000, List.of(Shop.Call.statement("archive", "select * from archive", 5, 59_000)));
        }
        for (int i = 0; i < 100; i++) {
            shop.request("busy", 2_000, List.of(Shop.Call.statement("orders", "select * from orders", 5, 1_900)));
        }
        CandidatePlan plan = shop.plan(folder, SourceIndex.NONE);
        assertThat(plan.candidates())
                .extracting(each -> each.endpoint().label(), each -> each.but().orElse(null))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("GET /busy", null),
                        org.assertj.core.groups.Tuple.tuple("GET /rare", Caveat.TRIVIAL_TRAFFIC));
        assertThat(plan.candidates().get(1).score())
                .isGreaterThan(plan.candidates().get(0).score());
        CandidateSentences words =
                new CandidateSentences(Texts.in(Locale.ENGLISH), UnaryOperator.identity(), UnaryOperator.identity());
        assertThat(words.but(plan.candidates().get(1)))
                .hasValueSatisfying(but -> assertThat(but).contains("10 requests per day"));
    }

    @Test
    void a_waived_endpoint_is_named_with_what_it_would_give_but_is_no_candidate() throws Exception {
        Waiver waiver = new Waiver(
                EndpointPattern.exactly(new EndpointName(Shop.endpoint("e1"))),
                null,
                "rewritten next month",
                "team-shop",
                LocalDate.of(2026, 12, 24));
        Product product = new Product("shop", Map.of(), List.of(waiver));
        CandidatePlan plan =
                Petclinic.plan(six().measured(folder, product).assessment(), new Asked(Map.of()), SourceIndex.NONE, 1);
        assertThat(plan.unexplained())
                .filteredOn(each -> each.why() == EndpointWithoutCandidate.Why.WAIVED)
                .singleElement()
                .satisfies(each -> assertThat(each.excessPerDay()).isCloseTo(300, within(0.5)));
        assertThat(plan.candidates()).isEmpty();
    }

    @Test
    void an_endpoint_that_cannot_be_asked_about_costs_its_candidate_and_no_other() throws Exception {
        Map<EndpointName, Breakdown> breakdowns = Map.of(
                new EndpointName(Shop.endpoint("e2")),
                new Breakdown(
                        100, 0, List.of(new Segment("Datastore/statement/Postgres/orders/select", 100, 200, 200))));
        EvidenceSource source = new Asked(breakdowns) {
            @Override
            public List<EndpointEvidence> drillDown(List<EvidenceQuestion> questions, Window window) {
                if (questions.stream().anyMatch(each -> each.endpoint().value().contains("/e1 "))) {
                    throw new IllegalArgumentException("a name that no query can hold");
                }
                return questions.stream()
                        .map(each -> super.drillDown(List.of(each), window).get(0))
                        .toList();
            }

            @Override
            public int maxBatchSize() {
                return 6;
            }
        };
        CandidatePlan plan = Petclinic.plan(
                six().measured(folder, Product.NOT_CONFIGURED).assessment(), source, SourceIndex.NONE, 3);
        assertThat(plan.unexplained())
                .filteredOn(each -> each.why() == EndpointWithoutCandidate.Why.NO_ANSWER)
                .extracting(each -> each.endpoint().label())
                .containsExactly("GET /e1");
        assertThat(plan.candidates())
                .extracting(each -> each.endpoint().label())
                .containsExactly("GET /e2");
    }

    /** Six endpoints, each with less to give than the one before: 300, 150, 100, 75, 60 and 50 s a day. */
    private static Shop six() {
        Shop shop = new Shop();
        for (int endpoint = 1; endpoint <= 6; endpoint++) {
            for (int i = 0; i < 100; i++) {
                shop.request("e" + endpoint, 1_000 + 3_000 / endpoint, List.of());
            }
        }
        return shop;
    }

    /** Knows metrics of some endpoints and no trace; remembers what it was asked. */
    private static class Asked implements EvidenceSource {
        private final List<EndpointName> asked = new ArrayList<>();
        private final Map<EndpointName, Breakdown> breakdowns;

        Asked(Map<EndpointName, Breakdown> breakdowns) {
            this.breakdowns = breakdowns;
        }

        @Override
        public Map<EndpointName, Breakdown> breakdowns(Window window) {
            return breakdowns;
        }

        @Override
        public List<EndpointEvidence> drillDown(List<EvidenceQuestion> questions, Window window) {
            EvidenceQuestion question = questions.get(0);
            asked.add(question.endpoint());
            return List.of(new EndpointEvidence(
                    question.endpoint(),
                    new SlowRequestTail(1, 1, List.of(new SlowRequest(4, 4, 0, 100)), 0),
                    List.of(),
                    List.of(),
                    null));
        }

        @Override
        public int maxBatchSize() {
            return 1;
        }

        @Override
        public int queries() {
            return asked.size();
        }
    }
}
