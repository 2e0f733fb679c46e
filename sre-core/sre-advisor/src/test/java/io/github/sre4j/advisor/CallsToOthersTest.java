package io.github.sre4j.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.advisor.Shop.Call;
import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.advisor.remedy.RemedyKind;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsToOthersTest {

    @TempDir
    Path folder;

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
        SourceLocation method = KnownIndex.place(SourceRule.STATIC_RULE, Map.of(SourceName.ENCLOSING_METHOD, "show"));
        CandidatePlan plan = shop.plan(
                folder,
                new KnownIndex(
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
        assertThat(first.fix().kind()).isEqualTo(RemedyKind.CONCURRENT_CALLS);
        assertThat(first.fixability().factor()).isEqualTo(0.6);
        // 800 of 1200 ms could overlap, 300 ms lie beyond the threshold.
        assertThat(first.impact().secondsPerDay()).isCloseTo(30, within(0.5));
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
        // Each host with its share, most time first; 100 s of 300 s each.
        assertThat(first.cause().facts())
                .filteredOn(fact -> fact.key().equals("per-request-part"))
                .extracting(fact -> fact.values().get(0), fact -> fact.values().get(3))
                .containsExactlyInAnyOrder(
                        tuple("prices", new Fact.Share(1.0 / 3)),
                        tuple("stock", new Fact.Share(1.0 / 3)),
                        tuple("delivery", new Fact.Share(1.0 / 3)));
        // The longest of the three stays, which is as long as the threshold.
        assertThat(first.impact().secondsPerDay()).isCloseTo(200, within(0.5));
    }

    @Test
    void calls_that_need_each_other_are_not_proposed_to_run_at_the_same_time() throws Exception {
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
        SourceLocation method = KnownIndex.place(SourceRule.STATIC_RULE, Map.of(SourceName.ENCLOSING_METHOD, "show"));
        Candidate first = shop
                .plan(
                        folder,
                        new KnownIndex(
                                method,
                                List.of(new CodeHint(CodeHint.Kind.SERIAL_DEPENDENT_CALLS, method)),
                                List.of("")))
                .candidates()
                .stream()
                .filter(each -> each.cause().kind() == CauseKind.SERIAL_HTTP_CALLS)
                .findFirst()
                .orElseThrow();
        assertThat(first.fix().kind()).isEqualTo(RemedyKind.COMBINED_CALL);
        assertThat(first.fixability().factor()).isEqualTo(0.3);
    }

    @Test
    void a_slow_call_to_somebody_who_sends_nothing_is_said_to_be_a_third_partys() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 100; i++) {
            shop.request("rates", 2_000, List.of(Call.http("api.bank.example", "/rates", 10, 1_900)));
        }
        CandidatePlan plan = shop.plan(folder, SourceIndex.NONE);
        Candidate only = plan.candidates().get(0);
        assertThat(only.cause().kind()).isEqualTo(CauseKind.SLOW_EXTERNAL_CALL);
        assertThat(only.but()).contains(Caveat.THIRD_PARTY);
        assertThat(only.fixability().place()).isEqualTo(Fixability.Place.THIRD_PARTY);
        assertThat(only.score()).isLessThan(0.2 * only.impact().secondsPerDay());
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
        SourceLocation call = KnownIndex.place(
                SourceRule.STATIC_RULE, Map.of(SourceName.CLIENT, "mail", SourceName.ENCLOSING_METHOD, "place"));
        Candidate first = shop.plan(
                        folder,
                        new KnownIndex(
                                call,
                                List.of(new CodeHint(CodeHint.Kind.REMOTE_CALL_IN_TRANSACTION, call)),
                                List.of("    @Transactional", "        mail.send(order);", "    }")))
                .candidates()
                .get(0);
        assertThat(first.cause().kind()).isEqualTo(CauseKind.REMOTE_CALL_IN_TRANSACTION);
        assertThat(first.cause().confidence()).isEqualTo(0.5);
        assertThat(first.fix().kind()).isEqualTo(RemedyKind.OUT_OF_TRANSACTION);
        assertThat(first.fix().named()).isTrue();
        assertThat(first.but()).isEmpty();
    }

    @Test
    void hosts_that_metrics_do_not_know_are_named_with_their_share_in_traces() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 100; i++) {
            shop.request(
                    "offer",
                    1_300,
                    List.of(
                            Call.http("prices", "/prices", 0, 480),
                            Call.http("prices", "/more", 480, 480),
                            Call.http("stock", "/levels", 960, 320)));
        }
        Candidate serial = shop.plan(folder, SourceIndex.NONE).candidates().stream()
                .filter(each -> each.cause().kind() == CauseKind.SERIAL_HTTP_CALLS)
                .findFirst()
                .orElseThrow();
        assertThat(serial.cause().facts())
                .filteredOn(fact -> fact.key().equals("part"))
                .extracting(Fact::basis, Fact::values)
                .containsExactly(
                        tuple(Basis.TRACES, List.<Object>of("prices", new Fact.Share(0.75))),
                        tuple(Basis.TRACES, List.<Object>of("stock", new Fact.Share(0.25))));
    }

    @ParameterizedTest
    @CsvSource({"stock", "stock.acme.internal", "stock.shop.svc.cluster.local", "10.12.0.7", "stock.acme.com"})
    void a_slow_service_that_may_be_ones_own_is_an_unknown_callee_not_a_third_party(String host) throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 100; i++) {
            shop.request("rates", 2_000, List.of(Call.http(host, "/rates", 10, 1_900)));
        }
        Candidate only = shop.plan(folder, SourceIndex.NONE, new OwnHosts(List.of("acme.com")))
                .candidates()
                .get(0);
        assertThat(only.but()).isEmpty();
        assertThat(only.fixability().place()).isEqualTo(Fixability.Place.UNSEEN_SERVICE);
        assertThat(only.cause().facts()).extracting(Fact::key).contains("callee-unknown");
    }

    @Test
    void a_slow_service_whose_spans_are_in_a_trace_is_nobody_elses_whatever_its_name() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 100; i++) {
            shop.request(
                    "rates",
                    2_000,
                    List.of(Call.http("api.bank.example", "/rates", 10, 1_900).answeredBy("bank", 600)));
        }
        Candidate only = shop.plan(folder, SourceIndex.NONE).candidates().get(0);
        assertThat(only.but()).isEmpty();
        assertThat(only.cause().facts()).extracting(Fact::key).contains("callee-visible");
        assertThat(only.fixability().place()).isNotEqualTo(Fixability.Place.THIRD_PARTY);
    }

    @Test
    void what_happens_in_another_service_is_not_looked_for_in_this_ones_source() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 100; i++) {
            shop.request(
                    "rates",
                    2_000,
                    List.of(Call.http("bank", "/rates", 10, 1_900).answeredBy("bank", 1_880)));
        }
        SourceLocation here = KnownIndex.place(SourceRule.QUERY, Map.of());
        Candidate only = shop.plan(folder, new KnownIndex(here, List.of(), List.of()))
                .candidates()
                .get(0);
        assertThat(only.cause().kind()).isEqualTo(CauseKind.UNINSTRUMENTED_GAP);
        assertThat(only.cause().target()).isEqualTo(new Target.Elsewhere("bank"));
        assertThat(only.places()).isEmpty();
        assertThat(only.cause().facts()).extracting(Fact::key).contains("in-service");
    }
}
