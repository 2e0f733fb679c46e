package io.github.sre4j.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.advisor.Shop.Call;
import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.remedy.RemedyKind;
import io.github.sre4j.advisor.remedy.SketchLine;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedStatementsTest {

    private static final String ITEMS = "select i.id, i.name from items i where i.order_id = ?";

    @TempDir
    Path folder;

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
        SourceLocation field = KnownIndex.place(
                SourceRule.ENTITY_FIELD,
                Map.of(SourceName.ENTITY, "Order", SourceName.FIELD, "items", SourceName.TABLE, "items"));
        CandidatePlan plan = listOfOrders()
                .plan(
                        folder,
                        new KnownIndex(
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
        assertThat(first.impact().secondsPerDay()).isCloseTo(66, within(0.5));
        assertThat(first.impact().goodPerDay()).isCloseTo(60, within(0.5));
        assertThat(first.fix().kind()).isEqualTo(RemedyKind.FETCH_TOGETHER);
        assertThat(first.fix().sketch())
                .contains(
                        new SketchLine('+', "import org.hibernate.annotations.BatchSize;"),
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
    void proposes_fewer_rows_for_reads_in_batches_and_keys_for_pages() throws Exception {
        String keys = "?" + ", ?".repeat(49);
        assertThat(repeatedly("chunks", "select * from lines where id in (" + keys + ")"))
                .isEqualTo(RemedyKind.FEWER_ROWS);
        assertThat(repeatedly("pages", "select * from lines order by id limit ? offset ?"))
                .isEqualTo(RemedyKind.PAGE_BY_KEY);
    }

    private RemedyKind repeatedly(String name, String sql) throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 60; i++) {
            List<Shop.Call> calls = new ArrayList<>();
            for (int batch = 0; batch < 20; batch++) {
                calls.add(Shop.Call.statement("lines", sql, batch * 95, 90));
            }
            shop.request(name, 2_000, calls);
        }
        Candidate first =
                shop.plan(folder.resolve(name), SourceIndex.NONE).candidates().get(0);
        assertThat(first.cause().confidence()).isLessThan(1);
        assertThat(first.fix().sketch()).isEmpty();
        return first.fix().kind();
    }

    @Test
    void a_lazy_read_of_another_collection_confirms_nothing() throws Exception {
        SourceLocation repository = KnownIndex.place(SourceRule.QUERY, Map.of(SourceName.TABLE, "items"));
        SourceLocation loop = KnownIndex.place(
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
                        new KnownIndex(
                                repository, List.of(new CodeHint(CodeHint.Kind.LAZY_READ_IN_LOOP, loop)), List.of()))
                .candidates()
                .get(0);
        assertThat(other.cause().facts()).extracting(Fact::basis).doesNotContain(Basis.SOURCE);
        assertThat(other.fix().named()).isFalse();

        SourceLocation same = KnownIndex.place(
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
                        new KnownIndex(
                                repository, List.of(new CodeHint(CodeHint.Kind.LAZY_READ_IN_LOOP, same)), List.of()))
                .candidates()
                .get(0);
        assertThat(confirmed.cause().facts()).extracting(Fact::basis).contains(Basis.SOURCE);
        assertThat(confirmed.fix().named()).isTrue();
        assertThat(confirmed.fix().names().get(2)).isEqualTo("items");
    }

    @Test
    void a_fast_one_is_called_harmless_and_never_ranked() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 300; i++) {
            shop.request("fast", 60, i % 10 == 0 ? eachItem(40, 1) : List.of());
        }
        shop.metric("fast", "", 300, 18).metric("fast", "Datastore/statement/Postgres/items/select", 12_000, 12);
        CandidatePlan plan = shop.plan(folder, SourceIndex.NONE);
        assertThat(plan.candidates()).isEmpty();
        assertThat(plan.harmless()).singleElement().satisfies(repeat -> {
            assertThat(repeat.subject()).isEqualTo("select items");
            assertThat(repeat.perRequest()).isEqualTo(40);
            assertThat(repeat.secondsPerRequest()).isCloseTo(0.04, within(1e-9));
        });
    }
}
