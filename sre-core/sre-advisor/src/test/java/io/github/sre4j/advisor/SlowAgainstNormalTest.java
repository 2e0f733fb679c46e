package io.github.sre4j.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.Shop.Call;
import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.code.SourceIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tells slow requests from normal ones is told only where there are enough traces of both, with how many there are. */
class SlowAgainstNormalTest {

    private static final String ITEMS = "select i.id from items i where i.order_id = ?";
    private static final String ORDERS = "select o.id from orders o where o.customer = ?";

    @TempDir
    Path folder;

    /** Slow requests and normal ones, in turn. */
    private List<Fact> facts(int slow, int normal, List<Call> inSlow, List<Call> inNormal) throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < Math.max(slow, normal); i++) {
            if (i < slow) {
                shop.request("orders", 2_500, inSlow);
            }
            if (i < normal) {
                shop.request("orders", 400, inNormal);
            }
        }
        // Without spans, so that neither is rare.
        for (int i = 0; i < 100; i++) {
            shop.request("orders", 2_500, List.of());
        }
        return shop.plan(folder, SourceIndex.NONE).candidates().get(0).cause().facts();
    }

    private static List<Call> items(int count, int millis) {
        List<Call> calls = new ArrayList<>();
        calls.add(Call.statement("orders", ORDERS, 2, 3));
        for (int i = 0; i < count; i++) {
            calls.add(Call.statement("items", ITEMS, 10 + i * millis, millis));
        }
        return calls;
    }

    private static Set<String> keys(List<Fact> facts) {
        return facts.stream().map(Fact::key).collect(Collectors.toSet());
    }

    private static Fact fact(List<Fact> facts, String key) {
        return facts.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void more_calls_in_slow_requests_are_told_with_both_medians_and_the_traces_compared() throws Exception {
        List<Fact> facts = facts(25, 25, items(40, 50), items(2, 50));
        // Of 25, the 20 that are looked at.
        assertThat(fact(facts, "cohort-more").values())
                .containsExactly(20L, 20L, new Fact.Times(40), new Fact.Times(2));
        assertThat(fact(facts, "cohort-longer").values())
                .containsExactly(20L, 20L, Duration.ofMillis(2_000), Duration.ofMillis(100));
        assertThat(fact(facts, "cohort-more").basis()).isEqualTo(Basis.TRACES);
        assertThat(keys(facts)).doesNotContain("normal", "normal-same", "normal-absent");
    }

    @Test
    void calls_that_only_slow_requests_make_are_told_as_such() throws Exception {
        assertThat(fact(facts(25, 25, items(40, 50), items(0, 0)), "cohort-present")
                        .values())
                .containsExactly(20L, 20L, 0L, 20L);
    }

    @Test
    void as_many_calls_that_take_longer_differ_in_time_alone() throws Exception {
        List<Fact> facts = facts(25, 25, items(1, 2_000), items(1, 40));
        assertThat(keys(facts))
                .contains("cohort-longer")
                .doesNotContain("cohort-more", "cohort-present", "cohort-same");
    }

    @Test
    void a_statement_that_is_as_slow_in_fast_requests_is_not_what_tells_them_apart() throws Exception {
        List<Call> slow = new ArrayList<>(items(1, 900));
        slow.add(Call.statement("notes", "select n.id from notes n where n.order_id = ?", 920, 1_500));
        Shop shop = new Shop();
        for (int i = 0; i < 25; i++) {
            shop.request("orders", 2_500, slow).request("orders", 950, items(1, 900));
        }
        List<Candidate> candidates = shop.plan(folder, SourceIndex.NONE).candidates();
        assertThat(keys(about(candidates, "select notes"))).contains("cohort-present");
        assertThat(keys(about(candidates, "select items"))).contains("cohort-same");
    }

    private static List<Fact> about(List<Candidate> candidates, String subject) {
        return candidates.stream()
                .filter(each -> each.cause().subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .cause()
                .facts();
    }

    @Test
    void fewer_than_twenty_normal_traces_are_not_compared_but_told_with_their_number() throws Exception {
        List<Fact> facts = facts(25, 19, items(40, 50), items(2, 50));
        assertThat(keys(facts)).noneMatch(key -> key.startsWith("cohort"));
        assertThat(fact(facts, "normal").values().get(0)).isEqualTo(19L);
    }
}
