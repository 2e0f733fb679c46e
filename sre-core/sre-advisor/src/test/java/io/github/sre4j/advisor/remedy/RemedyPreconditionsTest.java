package io.github.sre4j.advisor.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.Callee;
import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.ErrorCause.Family;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.code.AssociationFacts;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.FilterIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.code.StatementTarget;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each row of the table of preconditions in candidates.md: without it, the remedy does not appear. */
class RemedyPreconditionsTest {

    private static final List<String> CLIENT = List.of(
            "package farm;",
            "",
            "import org.springframework.web.service.annotation.GetExchange;",
            "",
            "interface Milk {",
            "    @GetExchange(\"/milk\")",
            "    int litres();",
            "}");

    private static final Set<CodeTrait> CACHEABLE =
            Set.of(CodeTrait.CLIENT_INTERFACE, CodeTrait.READS, CodeTrait.CACHING_ENABLED, CodeTrait.CACHE_EXPIRES);

    private static SourceLocation at(String file, int line, SourceRule rule, double score) {
        Map<SourceName, String> names = Map.of(
                SourceName.ENTITY, "Barn",
                SourceName.FIELD, "cows",
                SourceName.TARGET, "Cow",
                SourceName.REPOSITORY, "Barns",
                SourceName.REPOSITORY_METHOD, "findByName",
                SourceName.TABLE, "barn",
                SourceName.COLUMN, "name",
                SourceName.CLIENT, "Milk",
                SourceName.CLIENT_METHOD, "litres",
                SourceName.ENCLOSING_METHOD, "work");
        return new SourceLocation(file, line, line - 1, line, "farm.Barn", null, score, rule, names, null);
    }

    private static final SourceLocation FIELD = at("Barn.java", 8, SourceRule.ENTITY_FIELD, 0.8);
    private static final SourceLocation LOOP = at("Work.java", 7, SourceRule.STATIC_RULE, 0.9);

    private static Cause cause(CauseKind kind, Target target, String... facts) {
        List<Fact> all = new ArrayList<>();
        for (String each : facts) {
            all.add(Fact.of(Basis.TRACES, each));
        }
        return new Cause(kind, "x", target, all, 1, 40);
    }

    private static Target query(String operation) {
        return new Target.Query(new StatementTarget("cow", operation, operation + " cow"));
    }

    private static Target call(@Nullable String method) {
        return new Target.Call("milk", "/milk", Callee.UNKNOWN, method);
    }

    private static ProposedFix fix(Cause cause, Farm farm, List<SourceLocation> places, CodeHint... hints) {
        return Remedies.forLatency(new RemedyContext(cause, places, !places.isEmpty(), List.of(hints), farm, null));
    }

    private static AssociationFacts mapping(AssociationFacts.Kind kind, int size, String by, boolean planned) {
        return new AssociationFacts(kind, size, by, planned, at("Cow.java", 6, SourceRule.ENTITY, 1));
    }

    private static ProposedFix repeated(Farm farm, SourceLocation... places) {
        return fix(cause(CauseKind.N_PLUS_ONE_QUERIES, query("select")), farm, List.of(places));
    }

    // Batch size of a collection

    @Test
    void patches_collection_without_a_fetch_plan() {
        ProposedFix fix = repeated(new Farm(mapping(AssociationFacts.Kind.TO_MANY, 0, "", false)), FIELD);
        assertThat(fix.kind()).isEqualTo(RemedyKind.FETCH_TOGETHER);
        assertThat(fix.named()).isTrue();
        assertThat(added(fix))
                .containsExactly("import org.hibernate.annotations.BatchSize;", "    @BatchSize(size = 50)");
        assertThat(fix.sketch().get(0).text()).isEqualTo("Barn.java");
    }

    @ParameterizedTest
    @CsvSource({"@BatchSize, 20", "hibernate.default_batch_fetch_size, 16"})
    void never_adds_a_second_batch_size(String by, int size) {
        ProposedFix fix = repeated(new Farm(mapping(AssociationFacts.Kind.TO_MANY, size, by, false)), FIELD);
        assertThat(fix.kind()).isEqualTo(RemedyKind.LARGER_BATCH);
        assertThat(fix.sketch()).isEmpty();
        assertThat(fix.names().get(12)).isEqualTo(by + " " + size);
    }

    @Test
    void leaves_another_fetch_plan_alone() {
        assertThat(repeated(new Farm(mapping(AssociationFacts.Kind.TO_MANY, 0, "", true)), FIELD)
                        .sketch())
                .isEmpty();
        assertThat(repeated(new Farm(mapping(AssociationFacts.Kind.TO_MANY, 0, "@BatchSize", false)), FIELD)
                        .sketch())
                .isEmpty();
    }

    @Test
    void writes_no_hibernate_annotation_for_another_provider() {
        Farm farm = new Farm(mapping(AssociationFacts.Kind.TO_MANY, 0, "", false)).with(CodeTrait.OTHER_JPA_PROVIDER);
        assertThat(repeated(farm, FIELD).sketch()).isEmpty();
    }

    @Test
    void has_no_patch_for_an_unknown_mapping() {
        ProposedFix fix = repeated(new Farm(null), FIELD);
        assertThat(fix.kind()).isEqualTo(RemedyKind.FETCH_TOGETHER);
        assertThat(fix.sketch()).isEmpty();
    }

    // Batch size of a reference

    @Test
    void puts_batch_size_of_a_reference_on_the_class_of_its_target() {
        ProposedFix fix = repeated(new Farm(mapping(AssociationFacts.Kind.TO_ONE, 0, "", false)), FIELD);
        assertThat(fix.kind()).isEqualTo(RemedyKind.FETCH_REFERENCE);
        assertThat(fix.sketch().get(0).text()).isEqualTo("Cow.java");
        assertThat(added(fix)).contains("@BatchSize(size = 50)");
    }

    @Test
    void has_no_patch_for_a_target_outside_of_the_sources() {
        ProposedFix fix =
                repeated(new Farm(new AssociationFacts(AssociationFacts.Kind.TO_ONE, 0, "", false, null)), FIELD);
        assertThat(fix.kind()).isEqualTo(RemedyKind.FETCH_REFERENCE);
        assertThat(fix.sketch()).isEmpty();
    }

    @Test
    void joins_a_reference_whose_key_is_in_the_other_table() {
        ProposedFix fix = repeated(new Farm(mapping(AssociationFacts.Kind.INVERSE_TO_ONE, 0, "", false)), FIELD);
        assertThat(fix.kind()).isEqualTo(RemedyKind.JOIN_FETCH);
        assertThat(fix.sketch()).isEmpty();
    }

    // Ties

    @Test
    void names_nothing_where_two_locations_are_as_good() {
        SourceLocation other = at("Byre.java", 12, SourceRule.ENTITY_FIELD, 0.75);
        ProposedFix fix = repeated(new Farm(mapping(AssociationFacts.Kind.TO_MANY, 0, "", false)), FIELD, other);
        assertThat(fix.named()).isFalse();
        assertThat(fix.places()).isEmpty();
        assertThat(fix.sketch()).isEmpty();
    }

    @Test
    void names_nothing_where_the_best_location_is_only_possible() {
        SourceLocation weak = at("Barn.java", 8, SourceRule.ENTITY_FIELD, 0.3);
        ProposedFix fix = repeated(new Farm(mapping(AssociationFacts.Kind.TO_MANY, 0, "", false)), weak);
        assertThat(fix.named()).isFalse();
        assertThat(fix.places()).isEmpty();
    }

    @Test
    void names_nothing_where_a_loop_and_an_association_both_run_such_a_statement() {
        ProposedFix fix = fix(
                cause(CauseKind.N_PLUS_ONE_QUERIES, query("select")),
                new Farm(mapping(AssociationFacts.Kind.TO_MANY, 0, "", false)),
                List.of(FIELD),
                new CodeHint(CodeHint.Kind.QUERY_IN_LOOP, LOOP),
                new CodeHint(CodeHint.Kind.LAZY_READ_IN_LOOP, LOOP));
        assertThat(fix.named()).isFalse();
        assertThat(fix.sketch()).isEmpty();
    }

    @Test
    void names_the_handler_alone_as_no_location() {
        RemedyContext context = new RemedyContext(
                cause(CauseKind.SLOW_QUERY, query("select")), List.of(LOOP), false, List.of(), new Farm(null), null);
        assertThat(Remedies.forLatency(context).places()).isEmpty();
    }

    // Reads and writes

    @ParameterizedTest
    @ValueSource(strings = {"insert", "update", "delete", "merge"})
    void batches_repeated_writes(String operation) {
        for (CauseKind kind : List.of(CauseKind.N_PLUS_ONE_QUERIES, CauseKind.QUERY_CYCLE)) {
            ProposedFix fix = fix(
                    cause(kind, query(operation)),
                    new Farm(mapping(AssociationFacts.Kind.TO_MANY, 0, "", false)),
                    List.of(FIELD),
                    new CodeHint(CodeHint.Kind.QUERY_IN_LOOP, LOOP));
            assertThat(fix.kind()).isEqualTo(RemedyKind.BATCH_WRITE);
            assertThat(fix.sketch()).isEmpty();
        }
    }

    @Test
    void reads_rows_of_a_loop_in_one_query() {
        ProposedFix fix = fix(
                cause(CauseKind.N_PLUS_ONE_QUERIES, query("select")),
                new Farm(null),
                List.of(at("Barns.java", 9, SourceRule.QUERY, 0.9)),
                new CodeHint(CodeHint.Kind.QUERY_IN_LOOP, LOOP));
        assertThat(fix.kind()).isEqualTo(RemedyKind.BATCH_READ);
        assertThat(fix.at()).contains(LOOP);
    }

    // Indexes

    @Test
    void creates_index_for_table_and_columns_of_the_statement() {
        Farm farm =
                new Farm(null).filter(new FilterIndex(FilterIndex.State.MISSING, "cow", List.of("tag", "born"), ""));
        ProposedFix fix = fix(cause(CauseKind.SLOW_QUERY, query("select")), farm, List.of(FIELD));
        assertThat(fix.kind()).isEqualTo(RemedyKind.INDEX);
        assertThat(added(fix)).containsExactly("create index cow_tag_born_idx on cow (tag, born);");
        assertThat(fix.names().subList(6, 8)).containsExactly("cow", "tag, born");
    }

    @ParameterizedTest
    @CsvSource({"PRESENT,EXPLAIN_INDEXED", "NOT_USABLE,EXPLAIN_FILTER", "UNKNOWN,EXPLAIN"})
    void creates_no_index_unless_one_is_missing(FilterIndex.State state, RemedyKind kind) {
        Farm farm = new Farm(null).filter(new FilterIndex(state, "", List.of(), ""));
        ProposedFix fix = fix(cause(CauseKind.SLOW_QUERY, query("select")), farm, List.of(FIELD));
        assertThat(fix.kind()).isEqualTo(kind);
        assertThat(fix.sketch()).isEmpty();
        assertThat(fix.names().get(6)).isEqualTo("cow");
        assertThat(fix.names().get(7))
                .as("the column of the location is that of another statement")
                .isEmpty();
    }

    // Slow calls

    @Test
    void caches_a_declared_read_where_caching_is_on_and_entries_expire() {
        ProposedFix fix = slowCall("GET", CACHEABLE);
        assertThat(fix.kind()).isEqualTo(RemedyKind.CACHE);
        assertThat(added(fix)).contains("    @Cacheable(\"litres\")");
    }

    @ParameterizedTest
    @EnumSource(
            value = CodeTrait.class,
            names = {"CLIENT_INTERFACE", "READS", "CACHING_ENABLED", "CACHE_EXPIRES"})
    void writes_no_cache_annotation_without(CodeTrait needed) {
        EnumSet<CodeTrait> traits = EnumSet.copyOf(CACHEABLE);
        traits.remove(needed);
        assertThat(slowCall("GET", traits).sketch()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CodeTrait.class,
            names = {"HANDLER", "CALLER_ARGUMENT", "THREAD_BOUND_CONTEXT", "CACHE_NAMES_FIXED"})
    void writes_no_cache_annotation_with(CodeTrait excluded) {
        EnumSet<CodeTrait> traits = EnumSet.copyOf(CACHEABLE);
        traits.add(excluded);
        assertThat(slowCall("GET", traits).sketch()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void keeps_no_response_of_a_call_that_writes(String method) {
        ProposedFix fix = slowCall(method, CACHEABLE);
        assertThat(fix.kind()).isEqualTo(RemedyKind.TIMEOUT);
        assertThat(fix.sketch()).isEmpty();
    }

    @Test
    void keeps_no_response_of_a_call_of_unknown_method() {
        assertThat(slowCall(null, Set.of()).kind()).isEqualTo(RemedyKind.TIMEOUT);
        assertThat(slowCall(null, Set.of(CodeTrait.READS)).kind()).isEqualTo(RemedyKind.CACHE);
    }

    private static ProposedFix slowCall(@Nullable String method, Set<CodeTrait> traits) {
        return fix(
                cause(CauseKind.SLOW_EXTERNAL_CALL, call(method)),
                new Farm(CLIENT, null, FilterIndex.UNKNOWN, traits),
                List.of(at("Milk.java", 7, SourceRule.CLIENT_ADDRESS, 0.9)));
    }

    // Serial calls

    @Test
    void checks_dependency_where_nothing_tells() {
        ProposedFix fix =
                fix(cause(CauseKind.SERIAL_HTTP_CALLS, call("GET"), "independence-unknown"), new Farm(null), List.of());
        assertThat(fix.kind()).isEqualTo(RemedyKind.CHECK_DEPENDENCY);
    }

    @Test
    void combines_calls_that_need_each_other() {
        ProposedFix fix = fix(cause(CauseKind.SERIAL_HTTP_CALLS, call("GET"), "dependent"), new Farm(null), List.of());
        assertThat(fix.kind()).isEqualTo(RemedyKind.COMBINED_CALL);
    }

    @Test
    void runs_independent_calls_concurrently() {
        ProposedFix fix =
                fix(cause(CauseKind.SERIAL_HTTP_CALLS, call("GET"), "independent"), new Farm(null), List.of());
        assertThat(fix.kind()).isEqualTo(RemedyKind.CONCURRENT_CALLS);
        assertThat(fix.sketch()).isEmpty();
    }

    // Repeats over HTTP and in caches

    @ParameterizedTest
    @CsvSource({"GET,BATCH_CALL", "HEAD,BATCH_CALL", "POST,BATCH_SEND", "DELETE,BATCH_SEND"})
    void batches_repeated_calls_by_what_they_do(String method, RemedyKind kind) {
        assertThat(fix(cause(CauseKind.REPEATED_HTTP_CALLS, call(method)), new Farm(null), List.of())
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void treats_calls_without_words_for_databases() {
        assertThat(fix(cause(CauseKind.CHATTY, call("GET")), new Farm(null), List.of())
                        .kind())
                .isEqualTo(RemedyKind.FEWER_REQUESTS);
        assertThat(fix(cause(CauseKind.CHATTY, query("select")), new Farm(null), List.of())
                        .kind())
                .isEqualTo(RemedyKind.FEWER_CALLS);
        assertThat(fix(cause(CauseKind.REPEATED_CACHE_READS, new Target.Handler()), new Farm(null), List.of())
                        .kind())
                .isEqualTo(RemedyKind.BATCH_CACHE_READ);
        assertThat(fix(cause(CauseKind.POLLING, call("GET")), new Farm(null), List.of())
                        .kind())
                .isEqualTo(RemedyKind.POLL_LESS);
    }

    // Errors

    @ParameterizedTest
    @CsvSource({"true,false,true", "false,false,false", "true,true,false"})
    void returns_404_by_a_patch_where_spring_web_maps_it(boolean web, boolean handlers, boolean patch) {
        EnumSet<CodeTrait> traits = EnumSet.noneOf(CodeTrait.class);
        if (web) {
            traits.add(CodeTrait.SPRING_WEB);
        }
        if (handlers) {
            traits.add(CodeTrait.EXCEPTION_HANDLERS);
        }
        List<String> text = List.of(
                "package farm;",
                "",
                "",
                "",
                "class Barn {",
                "    int a() {",
                "        throw new IllegalStateException(\"no cow\");",
                "    }",
                "}");
        RemedyContext context = new RemedyContext(
                cause(CauseKind.ERROR, new Target.Code("farm.Barn", "a", 7)),
                List.of(LOOP),
                true,
                List.of(),
                new Farm(text, null, FilterIndex.UNKNOWN, traits),
                null);
        assertThat(Remedies.forErrors(context, Family.NOT_FOUND).sketch().isEmpty())
                .isEqualTo(!patch);
    }

    @Test
    void has_no_patch_for_files_that_are_not_in_the_sources() {
        RemedyContext context = new RemedyContext(
                cause(CauseKind.ERROR, new Target.Handler()), List.of(), false, List.of(), new Farm(null), null);
        for (Family family : Family.values()) {
            assertThat(Remedies.forErrors(context, family).sketch())
                    .as(family.name())
                    .isEmpty();
        }
    }

    private static List<String> added(ProposedFix fix) {
        return fix.sketch().stream()
                .filter(line -> line.mark() == '+' && !line.text().isBlank())
                .map(SketchLine::text)
                .toList();
    }
}
