package io.github.sre4j.examples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.period.PeriodComparison;
import io.github.sre4j.trace.period.PeriodSelection;
import io.github.sre4j.trace.period.TimeRange;
import io.github.sre4j.trace.read.TraceFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultScoresTest {

    private static final int SEEDS = 4;

    @ParameterizedTest
    @EnumSource(value = Fault.Type.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void ranks_most_faults_first(Fault.Type type) {
        int right = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Scenario scenario = Scenario.of(seed, type);
            PeriodComparison comparison = Score.compare(scenario);
            right += !comparison.causes().isEmpty()
                            && Score.isRight(
                                    scenario.fault(), comparison.causes().get(0))
                    ? 1
                    : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(SEEDS - 1);
    }

    @Test
    void finds_no_cause_in_healthy_systems() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            assertThat(Score.compare(Scenario.of(seed, Fault.Type.NONE)).causes())
                    .isEmpty();
        }
    }

    @Test
    void finds_the_same_in_files(@TempDir Path folder) throws IOException {
        Scenario scenario = Scenario.of(2, Fault.Type.EXCEPTION);
        ScenarioFiles.write(folder, scenario);

        PeriodSelection selection = PeriodSelection.of(
                TraceFiles.read(folder).traces(), new TimeRange(Scenario.WINDOW_START, Scenario.WINDOW_END));

        assertThat(selection.windowTraces()).hasSameSizeAs(scenario.window());
        assertThat(selection.compare().causes().get(0)).satisfies(cause -> {
            assertThat(Score.isRight(scenario.fault(), cause)).isTrue();
        });
    }
}
