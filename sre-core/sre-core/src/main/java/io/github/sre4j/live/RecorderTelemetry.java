package io.github.sre4j.live;

import io.github.sre4j.recorder.EndpointCounts;
import io.github.sre4j.recorder.RecordedInterval;
import io.github.sre4j.recorder.SliRecorder;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.recordings.IntervalTally;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A recorder's intervals as a telemetry source. Immutable. */
final class RecorderTelemetry implements TelemetrySource {

    private final SliRecorder recorder;
    private final List<RecordedInterval> intervals;
    private final Duration wanted;

    RecorderTelemetry(SliRecorder recorder, List<RecordedInterval> intervals, Duration wanted) {
        this.recorder = recorder;
        this.intervals = List.copyOf(intervals);
        this.wanted = wanted;
    }

    @Override
    public Message description() {
        return Message.of(SourceReport.class, "recorder");
    }

    @Override
    public Measurements measure(MeasurementPlan plan, ProgressListener progress) {
        Map<EndpointName, IntervalTally> tallies = new TreeMap<>();
        recorder.endpoints().forEach(name -> tallies.put(name, new IntervalTally(name, plan)));
        for (RecordedInterval interval : intervals) {
            for (EndpointCounts counts : interval.endpoints()) {
                tallies.computeIfAbsent(counts.name(), name -> new IntervalTally(name, plan))
                        .add(interval.from(), counts);
            }
        }
        List<EndpointMeasurement> endpoints =
                tallies.values().stream().map(IntervalTally::measurement).toList();
        return new Measurements(
                new SourceReport(
                        "recorder",
                        description(),
                        endpoints.stream()
                                .mapToLong(each -> each.whole().requests())
                                .sum(),
                        0,
                        plan.window(),
                        Rejections.NONE,
                        new Sampling.Complete(),
                        notes(plan)),
                endpoints);
    }

    private List<Message> notes(MeasurementPlan plan) {
        List<Message> notes = new ArrayList<>();
        Duration covered = plan.window().length();
        if (covered.compareTo(wanted.minus(wanted.dividedBy(20))) < 0) {
            notes.add(Message.of(SourceReport.class, "recorder.short", covered.toSeconds(), wanted.toSeconds()));
        }
        if (recorder.overflowed()) {
            notes.add(Message.of(SourceReport.class, "recorder.overflow", recorder.maxEndpoints()));
        }
        return notes;
    }
}
