package io.github.sre4j.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.advisor.Shop.Call;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.evidence.files.EventFileEvidence;
import io.github.sre4j.advisor.report.CandidateSentences;
import io.github.sre4j.advisor.tracking.AcceptedCandidate;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.Libraries;
import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.standard.Product;
import io.github.sre4j.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One change that helps several endpoints is one candidate, worth what it gives back at all of them. */
class SharedChangeTest {

    private static final SourceLocation HERE = KnownIndex.place(
            SourceRule.QUERY,
            Map.of(SourceName.REPOSITORY, "EventRepository", SourceName.REPOSITORY_METHOD, "findByNumber"));

    @TempDir
    Path folder;

    private static final KnownIndex INDEX = new KnownIndex(HERE, List.of(), List.of());

    /** Two endpoints run the same slow statement, one of them another one, too; a third endpoint has only the other. */
    private static Shop shop() {
        Shop shop = new Shop();
        for (int i = 0; i < 60; i++) {
            shop.request("a", 3_000, List.of(slow("events", 0, 1_800), slow("notes", 1_800, 900)))
                    .request("b", 2_200, List.of(slow("events", 0, 2_100)));
        }
        return shop;
    }

    private static Call slow(String table, int from, int millis) {
        return Call.statement(table, "select x.id from " + table + " x where x.number = ?", from, millis);
    }

    @Test
    void the_same_statement_at_the_same_place_is_one_candidate_with_the_joint_effect() throws Exception {
        CandidatePlan plan = shop().plan(folder, INDEX);
        Candidate first = plan.candidates().get(0);
        assertThat(first.cause().subject()).isEqualTo("select events");
        assertThat(first.helped())
                .extracting(each -> each.endpoint().name().value())
                .containsExactly(Shop.endpoint("a"), Shop.endpoint("b"));
        double joint = first.helped().stream()
                .mapToDouble(each -> each.impact().secondsPerDay())
                .sum();
        assertThat(first.impact().secondsPerDay()).isCloseTo(joint, within(1e-9));
        // At a 60 of 2 s wait each; at b 60 of 1.2 s, of which all is given back.
        assertThat(first.excessPerDay()).isCloseTo(60 * 2 + 60 * 1.2, within(0.5));
        assertThat(first.helped().get(1).impact().secondsPerDay()).isCloseTo(72, within(0.5));
        assertThat(first.score())
                .isCloseTo(
                        joint * first.cause().confidence() * first.fixability().factor(), within(1e-9));
        assertThat(plan.candidates())
                .filteredOn(each -> each.cause().subject().equals("select events"))
                .hasSize(1);
    }

    @Test
    void what_others_give_back_after_it_is_computed_at_every_endpoint_it_touches() throws Exception {
        CandidatePlan plan = shop().plan(folder, INDEX);
        double all = plan.candidates().stream()
                .mapToDouble(each -> each.impact().secondsPerDay())
                .sum();
        assertThat(all).isLessThanOrEqualTo(plan.excessPerDay() + 1e-6);
        Candidate notes = plan.candidates().get(1);
        assertThat(notes.cause().subject()).isEqualTo("select notes");
        // Of 2 s too long at a, 1.75 s are gone with the events, beyond what a fast statement takes.
        assertThat(notes.impact().secondsPerDay()).isLessThan(60 * 0.85 * 0.5).isPositive();
    }

    @Test
    void the_rank_is_that_of_the_joint_effect() throws Exception {
        Shop shop = new Shop();
        for (int i = 0; i < 60; i++) {
            shop.request("a", 2_000, List.of(slow("events", 0, 1_900)))
                    .request("b", 2_000, List.of(slow("events", 0, 1_900)))
                    .request("c", 2_500, List.of(slow("notes", 0, 2_400)));
        }
        List<Candidate> candidates = shop.plan(folder, INDEX).candidates();
        // Alone, each of the two would come after the third: 60 s a day against 90.
        assertThat(candidates)
                .extracting(each -> each.cause().subject())
                .containsExactly("select events", "select notes");
        assertThat(candidates.get(0).key()).startsWith(Shop.endpoint("a"));
    }

    @Test
    void without_a_sure_place_nothing_is_taken_to_be_one_change() throws Exception {
        assertThat(shop().plan(folder.resolve("none"), SourceIndex.NONE).candidates())
                .allSatisfy(each -> assertThat(each.several()).isFalse());
        assertThat(shop().plan(folder.resolve("apart"), new PerEndpoint()).candidates())
                .allSatisfy(each -> assertThat(each.several()).isFalse());
    }

    /** Knows another place for each endpoint. */
    private static final class PerEndpoint implements SourceIndex {

        @Override
        public Set<CodeTrait> traits() {
            return Set.of(CodeTrait.JPA_ENTITIES);
        }

        @Override
        public Libraries libraries() {
            return ShownLibraries.SERVICE;
        }

        @Override
        public List<SourceLocation> handlers(EndpointName endpoint) {
            return List.of();
        }

        @Override
        public List<SourceLocation> methods(String className, String method, int line) {
            return List.of();
        }

        @Override
        public List<SourceLocation> statements(StatementTarget statement, EndpointName endpoint) {
            String file = endpoint.value().contains("/a ") ? "A.java" : "B.java";
            return List.of(new SourceLocation(file, 7, 7, 7, "X", null, 0.9, SourceRule.QUERY, Map.of(), null));
        }

        @Override
        public List<SourceLocation> calls(String host, String path, EndpointName endpoint) {
            return List.of();
        }

        @Override
        public List<SourceLocation> logging(String logger, String message) {
            return List.of();
        }

        @Override
        public List<CodeHint> hints(EndpointName endpoint) {
            return List.of();
        }

        @Override
        public Optional<Snippet> snippet(SourceLocation asked, int around) {
            return Optional.empty();
        }
    }

    @Test
    void its_words_name_every_endpoint_and_when_each_is_done() throws Exception {
        Candidate first = shop().plan(folder, INDEX).candidates().get(0);
        CandidateSentences words =
                new CandidateSentences(Texts.in(Locale.ENGLISH), UnaryOperator.identity(), UnaryOperator.identity());
        assertThat(words.title(first)).isEqualTo("GET /a and 1 more endpoint are slow: slow query (select events)");
        assertThat(words.impact(first, 1)).anyMatch(line -> line.startsWith("GET /b: 72 s less wait per day"));
        assertThat(words.doneWhen(first)).hasSize(2).anyMatch(line -> line.startsWith("GET /b: "));
        assertThat(words.facts(first))
                .anyMatch(line -> line.contains("GET /b: found in 20 of 20 analyzed slow requests"));
    }

    @Test
    void taken_it_is_followed_at_every_endpoint() throws Exception {
        Candidate first = shop().plan(folder, INDEX).candidates().get(0);
        List<AcceptedCandidate> taken = CandidateTracking.take(
                first,
                shop().measured(folder, Product.NOT_CONFIGURED).assessment(),
                new EventFileEvidence(folder, null),
                helped -> helped.endpoint().label(),
                Instant.EPOCH,
                "abc");
        assertThat(taken)
                .extracting(AcceptedCandidate::endpoint)
                .containsExactly(Shop.endpoint("a"), Shop.endpoint("b"));
        assertThat(taken).extracting(AcceptedCandidate::fix).containsOnly(first.key());
        assertThat(first.cause().kind()).isEqualTo(CauseKind.SLOW_QUERY);
    }
}
