package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.cause.ErrorCause.Family;
import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.Failures;
import io.github.sre4j.assess.stats.ClopperPearson;
import io.github.sre4j.assess.stats.ConfidenceBounds;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.detect.Detectors;
import io.github.sre4j.trace.error.ApplicationCode;
import io.github.sre4j.trace.mask.MaskedAnalysis;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why an endpoint's requests fail: the origins of single failures, grouped by innermost exception, first frame of the application, and message
 * without ids. How many there are of each is the share of the failures looked at, of a count that knows them all. Immutable and thread-safe.
 */
public final class ErrorCauses {

    /** An origin that rows and logs tell of, but no span. */
    private static final double WITHOUT_PLACE = 0.5;

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    private final ApplicationCode code;

    /**
     * Looks for causes.
     *
     * @param code tells the application's classes from libraries
     */
    public ErrorCauses(ApplicationCode code) {
        this.code = code;
    }

    /**
     * The causes, most failures first.
     *
     * @param evidence what is known about the endpoint; its failures were asked about
     * @param breakdown metrics of the endpoint, or {@link Breakdown#NONE}
     * @param measured all and failed requests that were measured
     * @param weight how many requests one event stands for
     * @param days length of the window
     */
    public List<ErrorCause> of(
            EndpointEvidence evidence, Breakdown breakdown, Tally measured, double weight, double days) {
        Failures failures = evidence.failedRequests().orElseThrow();
        TraceAnalyzer reading = new TraceAnalyzer(Detectors.DEFAULT, code);
        Map<String, Origins> groups = new LinkedHashMap<>();
        int looked = 0;
        for (TraceData sample : failures.samples()) {
            TraceAnalysis analysis = MaskedAnalysis.ofClaims(reading.analyse(sample));
            ErrorOrigin origin = analysis.errorOrigin().orElse(null);
            if (origin != null && origin.errorClass() != null) {
                looked++;
                groups.computeIfAbsent(key(origin), any -> new Origins(origin)).add(analysis, origin.confidence());
            }
        }
        boolean counted = breakdown.errors() > 0;
        double failed = counted ? breakdown.errors() : failures.count() * weight;
        Fact count = counted
                ? Fact.of(Basis.METRICS, "failed", Math.round(failed), breakdown.requests())
                : failures.count() == measured.bad()
                        ? Fact.of(Basis.EVENTS, "failed", Math.round(failed), Math.round(measured.total() * weight))
                        : Fact.of(Basis.EVENTS, "failed.counted", Math.round(failed));
        List<Fact> known = SampleFacts.of(evidence);
        if (looked == 0) {
            return List.of(unknown(failed / days, count, failures).with(known));
        }
        int all = looked;
        return groups.values().stream()
                .map(group -> group.cause(all, failed, days, count, code).with(known))
                .sorted(Comparator.comparingDouble(ErrorCause::failedPerDay)
                        .reversed()
                        .thenComparing(each -> each.cause().subject()))
                .toList();
    }

    private static ErrorCause unknown(double perDay, Fact count, Failures failures) {
        Cause cause = new Cause(
                CauseKind.ERROR,
                "",
                new Target.Handler(),
                List.of(count, Fact.of(Basis.EVENTS, "error-untold")),
                WITHOUT_PLACE,
                0);
        return new ErrorCause(cause, perDay, 0, perDay, 0, Family.UNKNOWN, failures.first());
    }

    private static String key(ErrorOrigin origin) {
        Optional<String> service = missing(origin);
        if (service.isPresent()) {
            // Whoever calls it, and from where: the change is to bring that service back.
            return "missing\n" + service.get();
        }
        CodeLocation frame = origin.frame();
        return origin.errorClass() + "\n"
                + (frame == null ? "" : frame.className() + "." + frame.method() + ":" + frame.line()) + "\n"
                + MessageTemplate.of(Objects.requireNonNullElse(origin.message(), ""));
    }

    private static Optional<String> missing(ErrorOrigin origin) {
        return MissingInstance.of(Objects.requireNonNullElse(origin.message(), ""));
    }

    /** Failures of one origin. Not thread-safe. */
    private static final class Origins {
        private final ErrorOrigin first;
        private final List<TraceAnalysis> all = new ArrayList<>();
        private double confidence;

        Origins(ErrorOrigin first) {
            this.first = first;
        }

        void add(TraceAnalysis analysis, double howSure) {
            all.add(analysis);
            // What spans show of one failure holds for the others that look the same.
            confidence = Math.max(confidence, howSure);
        }

        ErrorCause cause(int looked, double failed, double days, Fact count, ApplicationCode code) {
            double failedPerDay = failed / days;
            // Whoever looked at all failures knows the share.
            boolean everyOne = looked >= Math.round(failed);
            String errorClass = Objects.requireNonNull(first.errorClass());
            String message = MessageTemplate.of(Objects.requireNonNullElse(first.message(), ""));
            CodeLocation frame = first.frame();
            double share = (double) all.size() / looked;
            List<Fact> facts = new ArrayList<>();
            facts.add(count);
            Optional<TraceAnalysis> traced =
                    all.stream().filter(each -> !each.trace().spans().isEmpty()).findFirst();
            // Rows alone tell of a failure as much as they hold: neither frames nor anything to look at.
            boolean rows = traced.isEmpty()
                    && all.stream().allMatch(each -> each.trace().logs().isEmpty());
            Basis basis = rows ? Basis.EVENTS : Basis.TRACES;
            facts.add(
                    Fact.of(basis, "error-share", (long) all.size(), (long) looked, errorClass, new Fact.Share(share)));
            if (!message.isEmpty()) {
                facts.add(Fact.of(basis, "error-message", message));
            }
            facts.add(
                    frame == null
                            ? Fact.of(basis, rows ? "error-no-stack" : "error-no-frame")
                            : Fact.of(
                                    basis,
                                    "error-frame",
                                    shown(frame),
                                    frame.file() == null ? frame.className() : frame.file() + ":" + frame.line()));
            Instant since = since();
            if (since != null) {
                facts.add(Fact.of(basis, "error-since", since));
            }
            traced.ifPresent(each ->
                    facts.add(Fact.of(Basis.TRACES, "example", each.trace().id())));
            Cause cause = new Cause(CauseKind.ERROR, errorClass, target(frame, code), facts, confidence, 0);
            ConfidenceBounds interval = ClopperPearson.interval(looked, all.size(), 0.95);
            return new ErrorCause(
                    cause,
                    failedPerDay * share,
                    failedPerDay * (everyOne ? share : interval.low()),
                    failedPerDay * (everyOne ? share : interval.high()),
                    all.size(),
                    ErrorFamilies.of(errorClass, message),
                    since);
        }

        private Target target(@Nullable CodeLocation frame, ApplicationCode code) {
            Optional<String> service = missing(first);
            if (service.isPresent()) {
                return new Target.Call(service.get(), "", Callee.UNKNOWN);
            }
            return frame != null && frame.method() != null && code.contains(frame.className())
                    ? Target.Code.of(frame)
                    : new Target.Handler();
        }

        /** Class and method as people know them: a lambda is named after the method it stands in. */
        private static String shown(CodeLocation frame) {
            String simple = frame.className().substring(frame.className().lastIndexOf('.') + 1);
            String method = Objects.requireNonNullElse(frame.method(), "");
            return simple + "." + LAMBDA.matcher(method).replaceAll("$1");
        }

        private @Nullable Instant since() {
            return all.stream()
                    .map(TraceAnalysis::trace)
                    .mapToLong(Origins::when)
                    .filter(nanos -> nanos > 0)
                    .boxed()
                    .min(Comparator.naturalOrder())
                    .map(nanos -> Instant.ofEpochMilli(nanos / 1_000_000))
                    .orElse(null);
        }

        private static long when(Trace trace) {
            long start = trace.startEpochNanos();
            return start > 0
                    ? start
                    : trace.errors().stream()
                            .mapToLong(row -> row.atNanos())
                            .min()
                            .orElse(0);
        }
    }
}
