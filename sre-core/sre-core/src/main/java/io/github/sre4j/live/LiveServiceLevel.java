package io.github.sre4j.live;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.live.ServiceLevelChange.BurnChange;
import io.github.sre4j.live.ServiceLevelChange.VerdictChange;
import io.github.sre4j.recorder.EndpointCounts;
import io.github.sre4j.recorder.RecordedInterval;
import io.github.sre4j.recorder.RollingWindow;
import io.github.sre4j.recorder.RollingWindows;
import io.github.sre4j.recorder.SliRecorder;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.ProductStandard;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A recorder, its rolling windows and the standard it is held to. See the package for how to use it.
 *
 * <p>Thread-safe. Recording never waits for an assessment. An assessment of a thousand endpoints takes a tenth of a second, on the thread that asks for it.
 */
public final class LiveServiceLevel {

    /** The share of the budget of the standard's window that may go within an hour before {@link ErrorBudget#burning} begins. */
    static final double SHARE_OF_BUDGET_PER_HOUR = 0.02;

    private final Service service;
    private final Standard standard;
    private final ServiceLevelCheck check;
    private final SliRecorder recorder;
    private final RollingWindows windows;
    private final Hysteresis hysteresis;
    private final Clock clock;
    private final double burnLimit;
    private final CopyOnWriteArrayList<ServiceLevelListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<EndpointName, DebouncedValue<Verdict>> verdicts = new HashMap<>();
    private final Map<Map.Entry<EndpointName, SliKind>, DebouncedValue<Boolean>> burns = new HashMap<>();
    private volatile @Nullable RuntimeException failure;

    private LiveServiceLevel(Builder builder) {
        this.service = builder.service;
        this.standard = ProductStandard.of(builder.standard, builder.product);
        this.clock = builder.clock;
        this.check = new ServiceLevelCheck(builder.standard, builder.product, clock);
        this.hysteresis = builder.hysteresis;
        this.burnLimit = SHARE_OF_BUDGET_PER_HOUR
                * standard.window().toSeconds()
                / Duration.ofHours(1).toSeconds();
        this.recorder = SliRecorder.builder()
                .maxEndpoints(builder.maxEndpoints)
                .threshold(this::threshold)
                .clock(clock)
                .ticker(builder.ticker)
                .build();
        this.windows = RollingWindows.of(recorder);
    }

    /**
     * Begins to make one.
     *
     * @param service the service's name, not blank
     * @param standard what it is held to
     */
    public static Builder builder(String service, Standard standard) {
        return new Builder(new Service(service, null), standard);
    }

    /** Where requests are recorded. It counts against the standard's own thresholds, so slow requests are exact. */
    public SliRecorder recorder() {
        return recorder;
    }

    /** The standard as this service keeps it. */
    public Standard standard() {
        return standard;
    }

    /** What was recorded lately, without a judgement. */
    public RollingWindows windows() {
        return windows;
    }

    /**
     * The report on a window, up to this moment. It observes: there is no build to fail.
     *
     * @param window how far to look back; where the process has not run so long, a note says so
     */
    public ServiceLevelReport report(RollingWindow window) {
        recorder.cut();
        return reportOfCut(window);
    }

    /** The budget of every SLI of every endpoint, up to this moment; least left first. */
    public List<ErrorBudget> budgets() {
        recorder.cut();
        return budgets(reportOfCut(RollingWindow.DAY));
    }

    /** Tells a listener of changes that an evaluation finds from now on. */
    public void onChange(ServiceLevelListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Cuts an interval, looks at the last hour, and tells listeners what settled to be different from before. The first verdict of an endpoint is
     * no change, unless it is MISSED.
     *
     * @return the report on the last hour
     * @throws RuntimeException what a listener throws, after all have been told
     */
    public ServiceLevelReport evaluate() {
        recorder.cut();
        ServiceLevelReport report = reportOfCut(RollingWindow.HOUR);
        List<ServiceLevelChange> changes = new ArrayList<>();
        synchronized (verdicts) {
            Instant now = report.generatedAt();
            for (EndpointResult result : report.assessment().endpoints()) {
                settle(now, result, changes);
            }
            List<ErrorBudget> budgets = budgets(report);
            budgets.forEach(budget -> settle(now, budget, changes));
            tell(report, budgets, changes);
        }
        return report;
    }

    /**
     * Evaluates again and again, on a thread of that executor. What an evaluation throws is kept for {@link #failure}; the next one comes all the same.
     *
     * @param period from the end of one to the beginning of the next, positive; ten seconds keep windows as fine as they can be
     * @param executor whose thread it is; not shut down here
     * @return ends it
     */
    public Closeable every(Duration period, ScheduledExecutorService executor) {
        ScheduledFuture<?> running = executor.scheduleWithFixedDelay(
                this::evaluateQuietly, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        return () -> running.cancel(false);
    }

    /** What the last scheduled evaluation threw; empty if it threw nothing. */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    private void evaluateQuietly() {
        try {
            evaluate();
            failure = null;
        } catch (RuntimeException e) {
            // An executor would never run a task again that throws.
            failure = e;
        }
    }

    private ServiceLevelReport reportOfCut(RollingWindow window) {
        List<RecordedInterval> intervals = windows.intervals(window);
        Window covered = new Window(
                intervals.get(0).from(), intervals.get(intervals.size() - 1).to());
        CheckOptions options = new CheckOptions(service, covered, Enforcement.OBSERVE, OnNoData.WARN);
        try {
            return check.run(
                    new RecorderTelemetry(recorder, intervals, window.length()), options, ProgressListener.NONE);
        } catch (TelemetryException e) {
            throw new IllegalStateException("a recorder is always there to be read", e);
        }
    }

    private List<ErrorBudget> budgets(ServiceLevelReport report) {
        Optional<RecordedInterval> day = windows.over(RollingWindow.DAY);
        Optional<RecordedInterval> hour = windows.over(RollingWindow.HOUR);
        Optional<RecordedInterval> fiveMinutes = windows.over(RollingWindow.FIVE_MINUTES);
        List<ErrorBudget> budgets = new ArrayList<>();
        for (EndpointResult result : report.assessment().endpoints()) {
            EndpointName name = result.endpoint().name();
            for (SliResult each : result.slis()) {
                SliKind kind = each.sli().kind();
                budgets.add(new ErrorBudget(
                        result.endpoint(),
                        each.sli(),
                        tally(day, name, kind),
                        tally(hour, name, kind),
                        tally(fiveMinutes, name, kind),
                        burnLimit));
            }
        }
        budgets.sort(Comparator.comparingDouble(ErrorBudget::left));
        return budgets;
    }

    private static Tally tally(Optional<RecordedInterval> interval, EndpointName name, SliKind kind) {
        return interval.flatMap(each -> each.endpoint(name))
                .map((EndpointCounts counts) -> counts.tally(kind))
                .orElse(new Tally(0, 0));
    }

    private void settle(Instant now, EndpointResult result, List<ServiceLevelChange> changes) {
        Verdict verdict = result.verdict();
        EndpointName name = result.endpoint().name();
        DebouncedValue<Verdict> settled = verdicts.computeIfAbsent(
                name, any -> new DebouncedValue<>(verdict == Verdict.MISSED ? Verdict.NO_DATA : verdict));
        boolean worse = verdict == Verdict.MISSED || settled.value() == Verdict.MET;
        settled.see(verdict, worse ? hysteresis.toWorse() : hysteresis.toBetter())
                .ifPresent(before -> changes.add(new VerdictChange(now, result, before)));
    }

    private void settle(Instant now, ErrorBudget budget, List<ServiceLevelChange> changes) {
        DebouncedValue<Boolean> settled = burns.computeIfAbsent(
                Map.entry(budget.endpoint().name(), budget.sli().kind()), any -> new DebouncedValue<>(false));
        boolean burning = budget.burning();
        settled.see(burning, burning ? hysteresis.toWorse() : hysteresis.toBetter())
                .ifPresent(before -> changes.add(new BurnChange(now, budget, burning)));
    }

    /** Every listener hears of everything, also after one that fails. */
    private void tell(ServiceLevelReport report, List<ErrorBudget> budgets, List<ServiceLevelChange> changes) {
        List<Runnable> calls = new ArrayList<>();
        for (ServiceLevelListener listener : listeners) {
            calls.add(() -> listener.evaluated(report, budgets));
            changes.forEach(change -> calls.add(() -> listener.changed(change)));
        }
        List<RuntimeException> failures = new ArrayList<>();
        for (Runnable call : calls) {
            try {
                call.run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).filter(each -> each != first).forEach(first::addSuppressed);
            throw first;
        }
    }

    private Optional<Duration> threshold(EndpointName endpoint) {
        return standard.classOf(endpoint).flatMap(EndpointClass::latency).map(LatencySli::threshold);
    }

    /** Makes one. Not thread-safe. */
    public static final class Builder {

        private final Service service;
        private final Standard standard;
        private Product product = Product.NOT_CONFIGURED;
        private int maxEndpoints = 1_000;
        private Hysteresis hysteresis = Hysteresis.USUAL;
        private Clock clock = Clock.systemUTC();
        private LongSupplier ticker = System::nanoTime;

        private Builder(Service service, Standard standard) {
            this.service = service;
            this.standard = Objects.requireNonNull(standard, "standard");
        }

        /** What the product says of itself: where it is stricter, its waivers; nothing unless said. */
        public Builder product(Product product) {
            this.product = Objects.requireNonNull(product, "product");
            return this;
        }

        /** How many endpoints are kept apart; see {@link SliRecorder.Builder#maxEndpoints}. */
        public Builder maxEndpoints(int most) {
            this.maxEndpoints = most;
            return this;
        }

        /** How sure a change must be before it is told. */
        public Builder hysteresis(Hysteresis hysteresis) {
            this.hysteresis = Objects.requireNonNull(hysteresis, "hysteresis");
            return this;
        }

        /** The clock of intervals, waivers and reports; the system's unless said otherwise. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** A monotonic clock of nanoseconds for timers. */
        public Builder ticker(LongSupplier ticker) {
            this.ticker = Objects.requireNonNull(ticker, "ticker");
            return this;
        }

        /**
         * Makes it.
         *
         * @throws IllegalArgumentException if the product loosens the standard
         */
        public LiveServiceLevel build() {
            return new LiveServiceLevel(this);
        }
    }
}
