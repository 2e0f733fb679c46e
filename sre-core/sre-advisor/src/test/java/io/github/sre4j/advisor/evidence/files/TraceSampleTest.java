package io.github.sre4j.advisor.evidence.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.evidence.files.RequestSelection.Traced;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceSampleTest {

    @Test
    void takes_slow_requests_by_what_they_add_to_the_excess() {
        // 10 requests of 11 s hold 100 s of excess, 1,000 requests of 1.1 s another 100 s.
        List<Traced> all = new ArrayList<>();
        add(all, 10, 11);
        add(all, 1_000, 1.1);
        List<Traced> sample = TraceSample.byExcess(all, 1, 20);
        assertThat(sample).hasSize(20).doesNotHaveDuplicates();
        assertThat(sample.stream().filter(each -> each.seconds() > 10)).hasSize(10);
    }

    @Test
    void takes_an_extreme_request_once() {
        List<Traced> all = new ArrayList<>();
        add(all, 1, 1_000);
        add(all, 500, 2);
        List<Traced> sample = TraceSample.byExcess(all, 1, 20);
        assertThat(sample).hasSize(20).doesNotHaveDuplicates();
        assertThat(sample.stream().filter(each -> each.seconds() > 10)).hasSize(1);
    }

    @Test
    void takes_all_where_there_are_few_and_survives_requests_at_the_threshold() {
        List<Traced> all = new ArrayList<>();
        add(all, 5, 1);
        assertThat(TraceSample.byExcess(all, 1, 20)).hasSize(5);
        add(all, 100, 1);
        assertThat(TraceSample.byExcess(all, 1, 20)).hasSize(20);
    }

    private static void add(List<Traced> all, int number, double seconds) {
        for (int i = 0; i < number; i++) {
            all.add(new Traced(seconds, "trace" + all.size(), "id" + all.size()));
        }
    }
}
