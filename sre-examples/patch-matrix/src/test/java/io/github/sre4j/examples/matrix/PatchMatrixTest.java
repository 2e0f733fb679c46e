package io.github.sre4j.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.Callee;
import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.ErrorCause.Family;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.advisor.remedy.ProposedFix;
import io.github.sre4j.advisor.remedy.Remedies;
import io.github.sre4j.advisor.remedy.RemedyContext;
import io.github.sre4j.advisor.remedy.RemedyKind;
import io.github.sre4j.advisor.remedy.SketchLine;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.examples.matrix.FarmProject.Answer;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.source.ProductSources;
import io.github.sre4j.source.scan.SourceLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applies every kind of patch to a project, which then still compiles and starts, and answers the same with fewer statements. */
class PatchMatrixTest {

    /** The project has 30 rows of everything; a batch holds 50. */
    private static final int MANY = 30;

    private static final int FEW = 3;

    private static final Map<String, String> REPEATED = Map.of(
            "/cows-of-barns", "select c.id from cow c where c.barn_id = ?",
            "/tools-of-barns", "select t.tools from barn_tools t where t.barn_id = ?",
            "/owners-of-cows", "select o.id, o.name from owner o where o.id = ?",
            "/bells-of-cows", "select b.bells_id from cow_bells b where b.cow_id = ?",
            "/vets-of-pigs", "select v.id, v.name from vet v where v.id = ?");

    private static final List<String> PATHS = List.of(
            "/cows-of-barns",
            "/tools-of-barns",
            "/owners-of-cows",
            "/bells-of-cows",
            "/vets-of-pigs",
            "/barns/99",
            "/offer");

    @TempDir
    private Path folder;

    private SourceIndex index;
    private FarmProject project;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void patched_project_compiles_starts_and_issues_fewer_statements(boolean lombok) throws Exception {
        assumeTrue(!lombok || FarmProject.hasLombok(), "needs -Plombok");
        project = FarmProject.copy(folder, lombok);
        project.compile();
        List<String> paths = new ArrayList<>(PATHS);
        if (FarmProject.hasHttpInterfaces()) {
            paths.add("/weather");
        }
        Map<String, Answer> before = project.run(paths);

        REPEATED.forEach((path, sql) -> {
            String table = sql.replaceAll(".* from (\\w+) .*", "$1");
            apply(repeated(path, new StatementTarget(table, "select", sql)));
        });
        apply(notFound());
        apply(serial());
        if (FarmProject.hasHttpInterfaces()) {
            apply(cached());
        }
        paths.add(index());
        project.compile();
        Map<String, Answer> after = project.run(paths);

        REPEATED.keySet().forEach(path -> {
            assertThat(before.get(path).statements()).as(path).isGreaterThan(MANY);
            assertThat(after.get(path).statements()).as(path).isLessThanOrEqualTo(FEW);
            assertThat(after.get(path).text())
                    .as(path)
                    .isEqualTo(before.get(path).text());
        });
        assertThat(before.get("/barns/99").status()).isEqualTo(500);
        assertThat(after.get("/barns/99").status()).isEqualTo(404);
        assertThat(before.get("/offer").text()).isEqualTo("alone, together");
        assertThat(after.get("/offer").text()).isEqualTo("together, together");
        assertThat(after.get("/changed").text()).isEqualTo("create index cow_name_idx on cow (name);");
        if (FarmProject.hasHttpInterfaces()) {
            assertThat(before.get("/weather").text()).isEqualTo("day 1, day 2");
            assertThat(after.get("/weather").text()).isEqualTo("day 1, day 1");
        }
    }

    /** Reads the sources as they are now: each patch moves lines. */
    private SourceIndex read() {
        return ProductSources.read(
                        new SourceLayout(
                                project.root(),
                                List.of(project.sources()),
                                List.of(project.resources()),
                                List.of(),
                                FarmProject.libraries()),
                        null,
                        null)
                .index();
    }

    private static EndpointName endpoint(String path) {
        return new EndpointName("WebTransaction/SpringController" + path + " (GET)");
    }

    private ProposedFix repeated(String path, StatementTarget statement) {
        index = read();
        Cause cause = new Cause(
                CauseKind.N_PLUS_ONE_QUERIES,
                "select " + statement.table(),
                new Target.Query(statement),
                List.of(),
                1,
                MANY);
        ProposedFix fix =
                Remedies.forLatency(context(cause, index.statements(statement, endpoint(path)), endpoint(path)));
        assertThat(fix.kind()).as(path).isIn(RemedyKind.FETCH_TOGETHER, RemedyKind.FETCH_REFERENCE);
        return fix;
    }

    private ProposedFix notFound() throws IOException {
        index = read();
        int line = 1;
        for (String each : Files.readAllLines(project.sources().resolve("farm/FarmController.java"))) {
            if (each.contains("throw new")) {
                break;
            }
            line++;
        }
        Cause cause = new Cause(
                CauseKind.ERROR,
                "java.lang.IllegalArgumentException",
                new Target.Code("farm.FarmController", "barn", line),
                List.of(),
                1,
                0);
        List<SourceLocation> frames = index.methods("farm.FarmController", "barn", line);
        return Remedies.forErrors(context(cause, frames, endpoint("/barns/{id}")), Family.NOT_FOUND);
    }

    private ProposedFix serial() {
        index = read();
        Cause cause = new Cause(
                CauseKind.SERIAL_HTTP_CALLS,
                "milk",
                new Target.Call("milk.farm.internal", "/milk", Callee.UNKNOWN, "GET"),
                List.of(Fact.of(Basis.TRACES, "independent")),
                1,
                2);
        return Remedies.forLatency(
                context(cause, index.calls("milk.farm.internal", "/milk", endpoint("/offer")), endpoint("/offer")));
    }

    private ProposedFix cached() {
        index = read();
        Cause cause = new Cause(
                CauseKind.SLOW_EXTERNAL_CALL,
                "weather",
                new Target.Call("weather.farm.internal", "/today", Callee.UNKNOWN, "GET"),
                List.of(),
                1,
                1);
        EndpointName endpoint = endpoint("/weather");
        return Remedies.forLatency(context(cause, index.calls("weather.farm.internal", "/today", endpoint), endpoint));
    }

    /** Returns the statement that creates the index which the entities lack. */
    private String index() {
        index = read();
        StatementTarget statement = new StatementTarget("cow", "select", "select c.id from cow c where c.name = ?");
        Cause cause = new Cause(CauseKind.SLOW_QUERY, "select cow", new Target.Query(statement), List.of(), 1, 1);
        ProposedFix fix = Remedies.forLatency(context(cause, List.of(), endpoint("/cows-of-barns")));
        assertThat(fix.kind()).isEqualTo(RemedyKind.INDEX);
        assertThat(fix.sketch()).hasSize(1);
        return fix.sketch().get(0).text();
    }

    /** The context that the advisor makes: hints of the calls, or of the very field. */
    private RemedyContext context(Cause cause, List<SourceLocation> places, EndpointName endpoint) {
        List<CodeHint> hints = index.hints(endpoint).stream()
                .filter(hint -> cause.kind() == CauseKind.SERIAL_HTTP_CALLS
                        || places.stream().anyMatch(place -> isSameField(place, hint.place())))
                .toList();
        return new RemedyContext(cause, places, true, hints, index, null);
    }

    private static boolean isSameField(SourceLocation one, SourceLocation other) {
        return one.name(SourceName.FIELD).isPresent()
                && one.name(SourceName.FIELD).equals(other.name(SourceName.FIELD))
                && one.name(SourceName.ENTITY).equals(other.name(SourceName.ENTITY));
    }

    /** Applies a patch as its reader would. */
    private void apply(ProposedFix fix) {
        assertThat(fix.sketch()).as(fix.kind() + " is a patch").isNotEmpty();
        List<String> patch = new ArrayList<>();
        for (SketchLine line : fix.sketch()) {
            if (line.mark() == '@') {
                patch.add("--- a/" + line.text());
                patch.add("+++ b/" + line.text());
            } else {
                patch.add(line.inPatch());
            }
        }
        try {
            Path file = Files.write(folder.resolve("change.patch"), patch);
            Process git = new ProcessBuilder("git", "apply", "--recount", file.toString())
                    .directory(project.root().toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(git.waitFor()).as(output + String.join("\n", patch)).isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
