package io.github.sre4j.improve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourcePlace;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.improve.Shop.Call;
import io.github.sre4j.improve.cause.Basis;
import io.github.sre4j.improve.cause.CauseKind;
import io.github.sre4j.improve.cause.Fact;
import io.github.sre4j.improve.effect.SlowRequest;
import io.github.sre4j.improve.effect.Tail;
import io.github.sre4j.improve.evidence.Breakdown;
import io.github.sre4j.improve.evidence.EndpointEvidence;
import io.github.sre4j.improve.evidence.EvidenceQuestion;
import io.github.sre4j.improve.evidence.EvidenceSource;
import io.github.sre4j.improve.evidence.Segment;
import io.github.sre4j.improve.propose.RemedyKind;
import io.github.sre4j.improve.propose.SketchLine;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.NewRelicAccess;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Waiver;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImproverTest {

    private static final String ITEMS = "select i.id, i.name from items i where i.order_id = ?";

    @TempDir
    Path folder;

    /** An index that knows one place for everything, a few hints and a few lines. */
    private record Known(SourcePlace place, List<CodeHint> hint, List<String> lines) implements SourceIndex {
        @Override
        public List<SourcePlace> handlers(EndpointName endpoint) {
            return List.of(place);
        }

        @Override
        public List<SourcePlace> methods(String className, String method, int line) {
            return List.of(place);
        }

        @Override
        public List<SourcePlace> statements(StatementTarget statement, EndpointName endpoint) {
            return List.of(place);
        }

        @Override
        public List<SourcePlace> calls(String host, String path, EndpointName endpoint) {
            return List.of(place);
        }

        @Override
        public List<SourcePlace> logging(String logger, String message) {
            return List.of();
        }

        @Override
        public List<CodeHint> hints(EndpointName endpoint) {
            return hint;
        }

        @Override
        public Optional<Snippet> snippet(SourcePlace asked, int around) {
            return Optional.of(new Snippet(asked.file(), asked.line() - lines.size() / 2, lines));
        }
    }

    private static SourcePlace place(SourceRule rule, Map<SourceName, String> names) {
        return new SourcePlace("src/main/java/shop/Order.java", 40, 38, 44, "shop.Order", null, 0.9, rule, names, null);
    }

    private static List<Call> eachItem(int count, int millis) {
        List<Call> calls = new ArrayList<>();
        calls.add(Call.statement("orders", "select o.id from orders o", 5, 5));
        for (int i = 0; i < count; i++) {
            calls.add(Call.statement("items", ITEMS, 20 + i * millis, millis));
        }
        return calls;
    }

    /** 300 requests, a fifth of them slow with a statement for each of 40 items. */
    private static Shop listOfOrders() {
        Shop shop = new Shop();
        for (int i = 0; i < 300; i++) {
            boolean slow = i % 5 == 0;
            shop.request(
                    "orders", slow ? 2_100 : 100, slow ? eachItem(40, 50) : i % 7 == 0 ? eachItem(1, 50) : List.of());
        }
        return shop.metric("orders", "", 300, 150)
                .metric("orders", "Datastore/statement/Postgres/items/select", 2_640, 132);
    }

    @Test
    void a_statement_for_each_row_is_told_with_its_collection_its_bound_and_its_end() throws Exception {
        SourcePlace field = place(
                SourceRule.ENTITY_FIELD,
                Map.of(SourceName.ENTITY, "Order", SourceName.FIELD, "items", SourceName.TABLE, "items"));
        ImprovementPlan plan = listOfOrders()
                .plan(
                        folder,
                        new Known(
                                field,
                                List.of(new CodeHint(CodeHint.Kind.LAZY_READ_IN_LOOP, field)),
                                List.of("    @OneToMany(mappedBy = \"order\")", "    private List<Item> items;", "")));
        Candidate first = plan.candidates().get(0);
        assertThat(first.cause().kind()).isEqualTo(CauseKind.N_PLUS_ONE_QUERIES);
        assertThat(first.cause().subject()).isEqualTo("select items");
        assertThat(first.cause().confidence()).isEqualTo(1);
        assertThat(first.fixability().factor()).isEqualTo(1);
        // 60 slow requests wait 1.1 s too long; the fix takes 39 of 40 statements of 50 ms, which is more than that.
        assertThat(first.excessPerDay()).isCloseTo(66, within(0.5));
        assertThat(first.effect().secondsPerDay()).isCloseTo(66, within(0.5));
        assertThat(first.effect().goodPerDay()).isCloseTo(60, within(0.5));
        assertThat(first.proposal().kind()).isEqualTo(RemedyKind.FETCH_TOGETHER);
        assertThat(first.proposal().sketch())
                .contains(
                        new SketchLine('+', "    @BatchSize(size = 50)"),
                        new SketchLine(' ', "    private List<Item> items;"));
        assertThat(first.doneWhen().callsNow()).isEqualTo(40);
        assertThat(first.cause().facts()).extracting(Fact::basis).contains(Basis.METRICS, Basis.TRACES, Basis.SOURCE);
    }

    @Test
    void what_takes_several_batches_is_done_with_a_call_for_each() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 60; i++) {
            List<Shop.Call> calls = new ArrayList<>();
            for (int row = 0; row < 200; row++) {
                calls.add(Shop.Call.statement("lines", "select * from lines where order_id = ?", row * 10, 9));
            }
            shop.request("history", 2_000, calls);
        }
        DoneWhen done = shop.plan(folder, SourceIndex.NONE).candidates().get(0).doneWhen();
        assertThat(done.callsNow()).isEqualTo(200);
        assertThat(done.callsThen()).isEqualTo(5);
    }

    @Test
    void a_lazy_read_of_another_collection_confirms_nothing() throws Exception {
        SourcePlace repository = place(SourceRule.QUERY, Map.of(SourceName.TABLE, "items"));
        SourcePlace loop = place(
                SourceRule.STATIC_RULE,
                Map.of(
                        SourceName.ENTITY,
                        "Order",
                        SourceName.FIELD,
                        "notes",
                        SourceName.TARGET,
                        "Note",
                        SourceName.TABLE,
                        "orders"));
        Candidate other = listOfOrders()
                .plan(
                        folder.resolve("other"),
                        new Known(repository, List.of(new CodeHint(CodeHint.Kind.LAZY_READ_IN_LOOP, loop)), List.of()))
                .candidates()
                .get(0);
        assertThat(other.cause().facts()).extracting(Fact::basis).doesNotContain(Basis.SOURCE);
        assertThat(other.proposal().named()).isFalse();

        SourcePlace same = place(
                SourceRule.STATIC_RULE,
                Map.of(
                        SourceName.ENTITY,
                        "Order",
                        SourceName.FIELD,
                        "items",
                        SourceName.TARGET,
                        "OrderItem",
                        SourceName.TABLE,
                        "orders"));
        Candidate confirmed = listOfOrders()
                .plan(
                        folder.resolve("same"),
                        new Known(repository, List.of(new CodeHint(CodeHint.Kind.LAZY_READ_IN_LOOP, same)), List.of()))
                .candidates()
                .get(0);
        assertThat(confirmed.cause().facts()).extracting(Fact::basis).contains(Basis.SOURCE);
        assertThat(confirmed.proposal().named()).isTrue();
        assertThat(confirmed.proposal().names().get(2)).isEqualTo("items");
    }

    @Test
    void a_fast_one_is_called_harmless_and_never_ranked() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 300; i++) {
            shop.request("fast", 60, i % 10 == 0 ? eachItem(40, 1) : List.of());
        }
        shop.metric("fast", "", 300, 18).metric("fast", "Datastore/statement/Postgres/items/select", 12_000, 12);
        ImprovementPlan plan = shop.plan(folder, SourceIndex.NONE);
        assertThat(plan.candidates()).isEmpty();
        assertThat(plan.harmless()).singleElement().satisfies(repeat -> {
            assertThat(repeat.subject()).isEqualTo("select items");
            assertThat(repeat.perRequest()).isEqualTo(40);
            assertThat(repeat.secondsPerRequest()).isCloseTo(0.04, within(1e-9));
        });
    }

    @Test
    void calls_that_the_code_shows_to_be_independent_are_made_at_the_same_time() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 100; i++) {
            shop.request(
                    "page",
                    1_300,
                    List.of(
                            Call.http("stock", "/levels", 20, 400),
                            Call.http("prices", "/list", 430, 400),
                            Call.http("ratings", "/top", 840, 400)));
        }
        SourcePlace method = place(SourceRule.STATIC_RULE, Map.of(SourceName.ENCLOSING_METHOD, "show"));
        ImprovementPlan plan = shop.plan(
                folder,
                new Known(
                        method,
                        List.of(new CodeHint(CodeHint.Kind.SERIAL_INDEPENDENT_CALLS, method)),
                        List.of(
                                "    Page show(long id) {",
                                "        Levels levels = stock.levels(id);",
                                "        int price = prices.of(id);",
                                "        return page(levels, price);")));
        Candidate first = plan.candidates().get(0);
        assertThat(first.cause().kind()).isEqualTo(CauseKind.SERIAL_HTTP_CALLS);
        assertThat(first.cause().confidence()).isEqualTo(1);
        assertThat(first.proposal().kind()).isEqualTo(RemedyKind.CONCURRENT_CALLS);
        assertThat(first.fixability().factor()).isEqualTo(0.6);
        // 800 of 1200 ms could overlap, 300 ms lie beyond the threshold.
        assertThat(first.effect().secondsPerDay()).isCloseTo(30, within(0.5));
    }

    @Test
    void what_metrics_say_of_one_host_does_not_bound_what_calls_to_three_give_back() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 100; i++) {
            shop.request(
                    "offer",
                    3_000,
                    List.of(
                            Shop.Call.http("prices", "/prices", 0, 1_000),
                            Shop.Call.http("stock", "/levels", 1_000, 1_000),
                            Shop.Call.http("delivery", "/days", 2_000, 1_000)));
        }
        shop.metric("offer", "", 100, 300)
                .metric("offer", "External/prices/HttpClient/GET", 100, 100)
                .metric("offer", "External/stock/HttpClient/GET", 100, 100)
                .metric("offer", "External/delivery/HttpClient/GET", 100, 100);
        Candidate first = shop.plan(folder, SourceIndex.NONE).candidates().get(0);
        assertThat(first.cause().kind()).isEqualTo(CauseKind.SERIAL_HTTP_CALLS);
        // The longest of the three stays, which is as long as the threshold.
        assertThat(first.effect().secondsPerDay()).isCloseTo(200, within(0.5));
    }

    @Test
    void calls_that_need_each_other_are_not_proposed_to_run_at_the_same_time() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 100; i++) {
            shop.request(
                    "page",
                    1_300,
                    List.of(Call.http("stock", "/levels", 20, 600), Call.http("prices", "/list", 630, 600)));
        }
        SourcePlace method = place(SourceRule.STATIC_RULE, Map.of(SourceName.ENCLOSING_METHOD, "show"));
        Candidate first = shop
                .plan(
                        folder,
                        new Known(
                                method,
                                List.of(new CodeHint(CodeHint.Kind.SERIAL_DEPENDENT_CALLS, method)),
                                List.of("")))
                .candidates()
                .stream()
                .filter(each -> each.cause().kind() == CauseKind.SERIAL_HTTP_CALLS)
                .findFirst()
                .orElseThrow();
        assertThat(first.proposal().kind()).isEqualTo(RemedyKind.COMBINED_CALL);
        assertThat(first.fixability().factor()).isEqualTo(0.3);
    }

    @Test
    void a_slow_call_to_somebody_who_sends_nothing_is_said_to_be_a_third_partys() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 100; i++) {
            shop.request("rates", 2_000, List.of(Call.http("api.bank.example", "/rates", 10, 1_900)));
        }
        ImprovementPlan plan = shop.plan(folder, SourceIndex.NONE);
        Candidate only = plan.candidates().get(0);
        assertThat(only.cause().kind()).isEqualTo(CauseKind.SLOW_EXTERNAL_CALL);
        assertThat(only.but()).contains(Obstacle.THIRD_PARTY);
        assertThat(only.fixability().place()).isEqualTo(Fixability.Place.THIRD_PARTY);
        assertThat(only.score()).isLessThan(0.2 * only.effect().secondsPerDay());
    }

    @Test
    void a_slow_call_in_a_transactional_method_is_more_than_a_slow_call() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 100; i++) {
            shop.request(
                    "place",
                    2_000,
                    List.of(
                            Call.statement("orders", "select o.id from orders o where o.id = ?", 5, 5),
                            Call.http("mail", "/send", 20, 1_900)));
        }
        SourcePlace call =
                place(SourceRule.STATIC_RULE, Map.of(SourceName.CLIENT, "mail", SourceName.ENCLOSING_METHOD, "place"));
        Candidate first = shop.plan(
                        folder,
                        new Known(
                                call,
                                List.of(new CodeHint(CodeHint.Kind.REMOTE_CALL_IN_TRANSACTION, call)),
                                List.of("    @Transactional", "        mail.send(order);", "    }")))
                .candidates()
                .get(0);
        assertThat(first.cause().kind()).isEqualTo(CauseKind.REMOTE_CALL_IN_TRANSACTION);
        assertThat(first.cause().confidence()).isEqualTo(0.5);
        assertThat(first.proposal().kind()).isEqualTo(RemedyKind.OUT_OF_TRANSACTION);
        assertThat(first.proposal().named()).isTrue();
        assertThat(first.but()).isEmpty();
    }

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
        assertThat(only.effect().traces()).isZero();
        assertThat(only.cause().facts()).extracting(Fact::key).containsExactly("per-request", "no-traces");
        assertThat(only.fixability().place()).isEqualTo(Fixability.Place.SERVICE);
        // Nine tenths of 2 s is more than the second above the threshold.
        assertThat(only.effect().secondsPerDay()).isCloseTo(100, within(0.5));
    }

    @Test
    void asks_in_the_order_of_what_there_is_to_give_and_says_what_nobody_can_explain() throws Exception {
        Asked source = new Asked(Map.of());
        ImprovementPlan plan =
                Petclinic.plan(six().measured(folder, Product.UNSAID).assessment(), source, SourceIndex.NONE, 1);
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
        assertThat(plan.unexplained()).hasSize(6).extracting(Unexplained::why).containsOnly(Unexplained.Why.NO_CAUSE);
    }

    @Test
    void asks_no_further_once_nothing_left_can_be_worth_more() throws Exception {
        EndpointName first = new EndpointName(Shop.endpoint("e1"));
        Asked source = new Asked(Map.of(
                first,
                new Breakdown(
                        100, 0, List.of(new Segment("Datastore/statement/Postgres/products/select", 100, 400, 400)))));
        ImprovementPlan plan =
                Petclinic.plan(six().measured(folder, Product.UNSAID).assessment(), source, SourceIndex.NONE, 1);
        // 300 s × 0.7 × 0.4 × 0.7 is less than the 60 s of the fifth endpoint, but more than the 50 s of the last.
        assertThat(plan.candidates())
                .singleElement()
                .satisfies(only -> assertThat(only.score()).isBetween(50.0, 60.0));
        assertThat(source.asked).hasSize(5);
        assertThat(plan.unexplained())
                .filteredOn(each -> each.why() == Unexplained.Why.NOT_ASKED)
                .extracting(each -> each.endpoint().name().value())
                .containsExactly(Shop.endpoint("e6"));
    }

    @Test
    void a_waived_endpoint_is_named_with_what_it_would_give_but_is_no_candidate() throws Exception {
        Waiver waiver = new Waiver(
                EndpointPattern.exactly(new EndpointName(Shop.endpoint("e1"))),
                null,
                "rewritten next month",
                "team-shop",
                LocalDate.of(2026, 12, 24));
        Product product = new Product("shop", NewRelicAccess.UNSAID, List.of(waiver));
        ImprovementPlan plan =
                Petclinic.plan(six().measured(folder, product).assessment(), new Asked(Map.of()), SourceIndex.NONE, 1);
        assertThat(plan.unexplained())
                .filteredOn(each -> each.why() == Unexplained.Why.WAIVED)
                .singleElement()
                .satisfies(each -> assertThat(each.excessPerDay()).isCloseTo(300, within(0.5)));
        assertThat(plan.candidates()).isEmpty();
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
    private static final class Asked implements EvidenceSource {
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
                    new Tail(1, 1, List.of(new SlowRequest(4, 4, 0, 100)), 0),
                    List.of(),
                    List.of(),
                    null));
        }

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public int queries() {
            return asked.size();
        }
    }
}
