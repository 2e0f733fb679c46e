package io.github.sre4j.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.assess.Verdict;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.live.ServiceLevelChange.BurnChange;
import io.github.sre4j.live.ServiceLevelChange.VerdictChange;
import io.github.sre4j.recorder.RollingWindow;
import io.github.sre4j.recorder.log.RecordingLog;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.recordings.Recordings;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveServiceLevelTest {

    private static final String OWNERS = "WebTransaction/SpringController/owners (GET)";
    private static final String PETS = "WebTransaction/SpringController/pets (GET)";

    private Instant now = Instant.parse("2026-11-25T10:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final LiveServiceLevel live = LiveServiceLevel.builder("petclinic", DefaultStandard.get())
            .clock(clock)
            .hysteresis(new Hysteresis(3, 2))
            .build();

    @Test
    void verdicts_are_those_of_a_check_of_the_recordings(@TempDir Path folder) throws Exception {
        try (RecordingLog log =
                RecordingLog.open(RecordingLog.options(folder, "petclinic").every(Duration.ofSeconds(10)), clock)) {
            live.recorder().onInterval(log);
            for (int i = 0; i < 60; i++) {
                requests(OWNERS, 20, i % 2 == 0 ? 4 : 3, 0);
                requests(PETS, 30, 0, i == 7 ? 1 : 0);
                tick();
                live.evaluate();
            }
        }
        ServiceLevelReport report = live.report(RollingWindow.HOUR);
        ServiceLevelReport checked = new ServiceLevelCheck(DefaultStandard.get(), Product.NOT_CONFIGURED, clock)
                .run(
                        new Recordings(folder, "f", null),
                        new CheckOptions(
                                new Service("petclinic", null),
                                report.assessment().window(),
                                Enforcement.OBSERVE,
                                OnNoData.WARN),
                        ProgressListener.NONE);
        assertThat(report.assessment()).isEqualTo(checked.assessment());
        assertThat(report.assessment().endpoints())
                .extracting(each -> each.endpoint().label(), each -> each.verdict())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("GET /owners", Verdict.MISSED),
                        org.assertj.core.groups.Tuple.tuple("GET /pets", Verdict.MET));
    }

    @Test
    void a_service_without_traffic_is_not_called_good() {
        live.recorder().endpoint(OWNERS);
        ServiceLevelReport report = live.report(RollingWindow.HOUR);
        assertThat(report.gate().outcome()).isEqualTo(CheckOutcome.NO_TELEMETRY);
        assertThat(report.gate().wouldPassEnforced()).isFalse();
        assertThat(report.assessment().endpoints(Verdict.NO_DATA)).hasSize(1);
        assertThat(report.source().notes()).anyMatch(note -> note.english().startsWith("the recorder has data for"));
    }

    @Test
    void a_miss_is_told_once_it_stayed_and_its_end_too_and_what_goes_back_before_is_not() {
        List<String> heard = new ArrayList<>();
        live.onChange(change -> {
            if (change instanceof VerdictChange verdict) {
                heard.add(verdict.before() + " to " + verdict.result().verdict());
            }
        });
        requests(OWNERS, 500, 500, 0);
        evaluate(2);
        assertThat(heard).isEmpty();
        evaluate(1);
        assertThat(heard).containsExactly("NO_DATA to MISSED");
        evaluate(5);
        assertThat(heard).hasSize(1);
        // The bad requests leave the hour.
        now = now.plus(Duration.ofMinutes(70));
        live.evaluate();
        requests(OWNERS, 1_000, 0, 0);
        evaluate(2);
        assertThat(heard).hasSize(2).last().isEqualTo("MISSED to MET");
    }

    @Test
    void a_value_settles_only_when_it_was_seen_often_enough_in_a_row() {
        DebouncedValue<String> settled = new DebouncedValue<>("good");
        for (String seen : List.of("bad", "bad", "good", "bad", "odd", "bad", "bad")) {
            assertThat(settled.see(seen, 3)).isEmpty();
        }
        assertThat(settled.see("bad", 3)).contains("good");
        assertThat(settled.value()).isEqualTo("bad");
    }

    @Test
    void a_budget_burns_while_both_windows_do() {
        List<BurnChange> heard = new ArrayList<>();
        live.onChange(change -> {
            if (change instanceof BurnChange burn) {
                heard.add(burn);
            }
        });
        requests(OWNERS, 900, 0, 100);
        evaluate(3);
        assertThat(heard).hasSize(1);
        ErrorBudget budget = heard.get(0).budget();
        assertThat(heard.get(0).burning()).isTrue();
        assertThat(budget.sli().kind()).isEqualTo(SliKind.ERRORS);
        assertThat(budget.burnOfHour()).isCloseTo(10, within(1e-9));
        assertThat(budget.left()).isCloseTo(-9, within(1e-9));
        assertThat(budget.burnLimit()).isCloseTo(0.02 * 7 * 24, within(1e-9));
        // The hour still remembers, the last five minutes are fine.
        now = now.plus(Duration.ofMinutes(7));
        live.evaluate();
        requests(OWNERS, 100, 0, 0);
        evaluate(2);
        assertThat(heard).hasSize(2);
        assertThat(heard.get(1).burning()).isFalse();
        assertThat(heard.get(1).budget().burnOfHour()).isGreaterThan(3.36);
    }

    @Test
    void budgets_come_with_the_least_left_first() {
        requests(OWNERS, 1_000, 10, 0);
        requests(PETS, 1_000, 0, 5);
        assertThat(live.budgets())
                .extracting(each ->
                        each.endpoint().label() + " " + each.sli().kind().id() + " " + Math.round(each.left() * 100))
                .startsWith("GET /pets errors 50", "GET /owners latency 80")
                .hasSize(4);
    }

    @Test
    void every_listener_hears_also_after_one_that_fails() {
        List<ServiceLevelChange> heard = new ArrayList<>();
        live.onChange(change -> {
            throw new IllegalStateException("pager is down");
        });
        live.onChange(heard::add);
        requests(OWNERS, 0, 500, 0);
        evaluate(2);
        assertThatThrownBy(() -> evaluate(1)).hasMessage("pager is down");
        assertThat(heard).isNotEmpty();
    }

    @Test
    void it_is_scheduled_where_it_is_asked_to_be_and_survives_what_a_listener_throws() throws Exception {
        LiveServiceLevel own = LiveServiceLevel.builder("petclinic", DefaultStandard.get())
                .hysteresis(new Hysteresis(1, 1))
                .build();
        CountDownLatch twice = new CountDownLatch(2);
        own.recorder().onInterval(interval -> {
            twice.countDown();
            throw new IllegalStateException("disk full");
        });
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        try (Closeable running = own.every(Duration.ofMillis(5), executor)) {
            assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(running).isNotNull();
        } finally {
            executor.shutdown();
            assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(own.failure()).get().extracting(Throwable::getMessage).isEqualTo("disk full");
    }

    private void requests(String endpoint, int good, int slow, int errors) {
        for (int i = 0; i < good; i++) {
            live.recorder().record(endpoint, 20_000_000, io.github.sre4j.recorder.RequestOutcome.OK);
        }
        for (int i = 0; i < slow; i++) {
            live.recorder().record(endpoint, 1_500_000_000L, io.github.sre4j.recorder.RequestOutcome.OK);
        }
        for (int i = 0; i < errors; i++) {
            live.recorder().record(endpoint, 20_000_000, io.github.sre4j.recorder.RequestOutcome.ERROR);
        }
    }

    private void evaluate(int times) {
        for (int i = 0; i < times; i++) {
            tick();
            live.evaluate();
        }
    }

    private void tick() {
        now = now.plusSeconds(10);
    }
}
