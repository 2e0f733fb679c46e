import io.github.sre4j.recorder.RequestOutcome;
import io.github.sre4j.recorder.SliRecorder;
import io.github.sre4j.recorder.log.RecordingLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A service that records requests and writes its intervals as fast as it can, until it is killed. */
class Record {
    public static void main(String[] args) throws Exception {
        SliRecorder recorder = SliRecorder.create();
        RecordingLog log = RecordingLog.open(
                RecordingLog.options(Path.of(args[0]), "orders").every(Duration.ofMillis(1)), Clock.systemUTC());
        recorder.onInterval(log);
        System.out.println("recording");
        while (true) {
            for (int i = 0; i < 50; i++) {
                recorder.record("WebTransaction/orders/" + i % 10 + " (GET)", 1_000_000L * i, RequestOutcome.OK);
            }
            recorder.cut();
        }
    }
}
