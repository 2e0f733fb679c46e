package io.github.sre4j.advisor.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.ShownLibraries;
import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.ErrorCause.Family;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.code.AssociationFacts;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.FilterIndex;
import io.github.sre4j.code.Libraries;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.code.StatementTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A patch for versions that were not tested becomes words that name the tested ones; and remedies fit a product without JPA. */
class ShownVersionsTest {

    private static final SourceLocation FIELD = new SourceLocation(
            "Barn.java",
            8,
            7,
            8,
            "farm.Barn",
            null,
            0.8,
            SourceRule.ENTITY_FIELD,
            Map.of(SourceName.ENTITY, "Barn", SourceName.FIELD, "cows"),
            null);
    private static final Farm FARM = new Farm(new AssociationFacts(AssociationFacts.Kind.TO_MANY, 0, "", false, null));

    private static Libraries libraries(String boot, String group, String hibernate) {
        return Libraries.of(Map.of(
                "org.springframework.boot:spring-boot-starter-data-jpa", boot, group + ":hibernate-core", hibernate));
    }

    private static Cause repeated(String operation) {
        return new Cause(
                CauseKind.N_PLUS_ONE_QUERIES,
                operation + " cow",
                new Target.Query(new StatementTarget("cow", operation, null)),
                List.of(),
                1,
                40);
    }

    private static ProposedFix fix(Farm farm, Cause cause, CodeHint... hints) {
        return Remedies.forLatency(new RemedyContext(cause, List.of(FIELD), true, List.of(hints), farm, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2.7.18, org.hibernate, 5.6.15.Final",
        "3.5.6, org.hibernate.orm, 6.6.29.Final",
        "4.1.1, org.hibernate.orm, 7.4.1.Final"
    })
    void patches_versions_that_were_tested(String boot, String group, String hibernate) {
        ProposedFix fix = fix(FARM.with(libraries(boot, group, hibernate)), repeated("select"));
        assertThat(fix.sketch()).isNotEmpty();
        assertThat(fix.shownFor()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3.5.6, org.hibernate.orm, 6.4.1.Final",
        "3.5.6, org.hibernate, 5.4.0.Final",
        "3.0.2, org.hibernate.orm, 6.6.29.Final",
        "2.3.0.RELEASE, org.hibernate, 5.6.15.Final",
        "2.70.1, org.hibernate, 5.6.15.Final",
        "5.0.0, org.hibernate.orm, 8.0.0.Final",
        "3.5.6, org.hibernate.reactive, 6.6.29.Final"
    })
    void describes_the_change_for_other_versions(String boot, String group, String hibernate) {
        ProposedFix fix = fix(FARM.with(libraries(boot, group, hibernate)), repeated("select"));
        assertThat(fix.sketch()).isEmpty();
        assertThat(fix.named()).isTrue();
        assertThat(fix.shownFor()).contains("Spring Boot 2.7 / 3.5 / 4.1", "Hibernate 5.6 / 6.6 / 7.4");
    }

    @Test
    void describes_the_change_without_versions() {
        assertThat(fix(FARM.with(Libraries.UNKNOWN), repeated("select")).sketch())
                .isEmpty();
    }

    @Test
    void describes_the_change_where_modules_have_several_versions() {
        Libraries mixed = new Libraries(
                Map.of(
                        "org.springframework.boot:spring-boot", Set.of("3.5.6", "3.1.0"),
                        "org.hibernate.orm:hibernate-core", Set.of("6.6.29.Final")),
                Map.of());
        assertThat(fix(FARM.with(mixed), repeated("select")).sketch()).isEmpty();
    }

    @Test
    void reads_managed_versions_of_libraries_that_others_bring() {
        Libraries managed = new Libraries(
                Map.of("org.springframework.boot:spring-boot-starter-data-jpa", Set.of("3.5.6")),
                Map.of("org.hibernate.orm:hibernate-core", Set.of("6.6.29.Final")));
        assertThat(fix(FARM.with(managed), repeated("select")).sketch()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "org.postgresql:postgresql, com.h2database:h2, true",
        "org.postgresql:postgresql, com.mysql:mysql-connector-j, false",
        "com.example:driver, com.example:pool, false"
    })
    void writes_an_index_for_tested_databases(String one, String other, boolean patch) {
        Farm farm = FARM.filter(new FilterIndex(FilterIndex.State.MISSING, "cow", List.of("tag"), ""))
                .with(Libraries.of(Map.of(one, "1", other, "1")));
        Cause slow = new Cause(
                CauseKind.SLOW_QUERY,
                "select cow",
                new Target.Query(new StatementTarget("cow", "select", null)),
                List.of(),
                1,
                1);
        ProposedFix fix = fix(farm, slow);
        assertThat(fix.kind()).isEqualTo(RemedyKind.INDEX);
        assertThat(fix.named()).isTrue();
        assertThat(fix.sketch().isEmpty()).isEqualTo(!patch);
    }

    @ParameterizedTest
    @CsvSource({"2.7.18, javax.annotation", "3.5.6, jakarta.annotation"})
    void names_the_annotations_of_the_version(String boot, String expected) {
        assertThat(ShownVersions.annotations(libraries(boot, "x", "1"))).contains(expected);
        assertThat(ShownVersions.annotations(Libraries.UNKNOWN)).isEmpty();
    }

    @Test
    void reads_rows_in_one_query_without_jpa() {
        ProposedFix fix = fix(FARM.withoutJpa(), repeated("select"));
        assertThat(fix.kind()).isEqualTo(RemedyKind.BATCH_READ);
        assertThat(fix.named()).isFalse();
        assertThat(fix(FARM.withoutJpa(), repeated("update")).kind()).isEqualTo(RemedyKind.BATCH_WRITE_JDBC);
    }

    @ParameterizedTest
    @CsvSource({"farm.Barns, many, false", "farm.Work, run, true"})
    void names_a_call_in_a_loop_unless_its_method_holds_the_loop(String className, String method, boolean named) {
        SourceLocation loop = new SourceLocation(
                "Work.java",
                7,
                6,
                9,
                className,
                method,
                0.9,
                SourceRule.STATIC_RULE,
                Map.of(SourceName.REPOSITORY, "Barns", SourceName.REPOSITORY_METHOD, "many"),
                null);
        ProposedFix fix = fix(FARM.withoutJpa(), repeated("select"), new CodeHint(CodeHint.Kind.QUERY_IN_LOOP, loop));
        assertThat(fix.at()).contains(loop);
        assertThat(fix.named()).isEqualTo(named);
    }

    @Test
    void begins_a_defect_at_a_frame_only_if_one_is_known() {
        Cause nameless = new Cause(CauseKind.ERROR, "x", new Target.Handler(), List.of(), 1, 0);
        assertThat(defect(nameless).named()).isFalse();
        assertThat(defect(nameless.with(Fact.of(Basis.TRACES, "error-frame", "a", "b")))
                        .named())
                .isTrue();
    }

    private static ProposedFix defect(Cause cause) {
        return Remedies.forErrors(
                new RemedyContext(cause, List.of(), false, List.of(), FARM.with(ShownLibraries.SERVICE), null),
                Family.DEFECT);
    }
}
