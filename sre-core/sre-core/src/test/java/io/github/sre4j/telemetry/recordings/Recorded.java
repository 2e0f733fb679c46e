package io.github.sre4j.telemetry.recordings;

import io.github.sre4j.recorder.RecordedInterval;
import io.github.sre4j.recorder.RequestOutcome;
import io.github.sre4j.recorder.SliRecorder;
import io.github.sre4j.recorder.log.RecordingLog;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.testkit.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Recordings of given requests, for tests: an interval of one millisecond for each instant. */
final class Recorded {

    private Recorded() {}

    static void write(
            Path folder,
            String service,
            String instance,
            Function<EndpointName, Optional<Duration>> thresholds,
            Collection<Request> requests)
            throws IOException {
        Instant start = Instant.parse("2026-11-14T00:00:00Z");
        RecordingLog.Options options = RecordingLog.options(folder, service)
                .instance(instance)
                .every(Duration.ofMillis(1))
                .keeping(99, 99 << 20);
        try (RecordingLog log = RecordingLog.open(options, Clock.fixed(start, ZoneOffset.UTC))) {
            Map<Instant, List<Request>> byInstant =
                    requests.stream().collect(Collectors.groupingBy(Request::at, TreeMap::new, Collectors.toList()));
            byInstant.forEach((at, own) -> log.cut(interval(thresholds, at, own)));
        }
    }

    private static RecordedInterval interval(
            Function<EndpointName, Optional<Duration>> thresholds, Instant at, List<Request> requests) {
        StandingClock clock = new StandingClock(at);
        SliRecorder recorder =
                SliRecorder.builder().threshold(thresholds).clock(clock).build();
        requests.forEach(request -> recorder.record(
                request.endpoint(),
                request.duration().toNanos(),
                request.error() ? RequestOutcome.ERROR : RequestOutcome.OK));
        return recorder.cut();
    }

    private static final class StandingClock extends Clock {

        private final Instant now;

        StandingClock(Instant now) {
            this.now = now;
        }

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
    }
}
