package io.github.sre4j.trace.error;

import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.ErrorOrigin.Blame;
import io.github.sre4j.trace.ErrorOrigin.Outcome;
import io.github.sre4j.trace.ErrorOrigin.Rule;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TransactionErrorRow;
import io.github.sre4j.trace.call.CallShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the errors of a trace began: the deepest failed spans, slow callees of callers that gave up, calls whose callee
 * sent nothing, errors that only the logs or the rows tell of. Immutable and safe to share.
 */
public final class ErrorOrigins {

    /** Confidence in an origin shown by spans that carry the error up to the user. */
    private static final double SHOWN = 1;
    /** Confidence in an origin that nothing but its time ties to the failed request. */
    private static final double GUESSED = 0.7;
    /** Confidence in an origin that no span tells of. */
    private static final double WITHOUT_SPAN = 0.5;

    private static final int MAX_WITHOUT_SPAN = 10;

    private final ApplicationCode code;

    /**
     * Finds errors with a view on whose code is whose.
     *
     * @param code tells the application's classes from libraries
     */
    public ErrorOrigins(ApplicationCode code) {
        this.code = code;
    }

    /**
     * The origins: those that reached the user first, then by time. Empty if nothing failed.
     *
     * @param trace a cleaned trace
     * @param shapes compares calls, to see retries
     */
    public List<ErrorOrigin> of(Trace trace, CallShape shapes) {
        ErrorPropagation surfacing = new ErrorPropagation(trace);
        List<OriginCandidate> failed = new Candidates(trace).all();
        if (failed.isEmpty() && trace.logs().isEmpty() && !surfacing.requestFailed()) {
            return List.of();
        }
        LogJoin logs = new LogJoin(trace, code);
        List<OriginCandidate> candidates = new Attempts(trace, shapes).fold(failed);
        surfacing.mark(candidates);
        candidates.forEach(logs::join);
        List<ErrorOrigin> origins = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparing((OriginCandidate candidate) -> !candidate.reachedUser)
                        .thenComparing(candidate -> trace.startNanos(candidate.span)))
                .forEach(candidate -> origins.add(origin(trace, candidate)));
        boolean explained = candidates.stream().anyMatch(candidate -> candidate.reachedUser);
        boolean open = surfacing.requestFailed() && !explained;
        logs.unclaimed().stream().limit(MAX_WITHOUT_SPAN).forEach(line -> origins.add(fromLog(trace, line, open)));
        boolean named = origins.stream()
                .anyMatch(origin -> origin.outcome() == Outcome.REACHED_USER && origin.errorClass() != null);
        if (open && !named && !trace.errors().isEmpty()) {
            List<ErrorOrigin> nameless = origins.stream()
                    .filter(origin -> origin.outcome() == Outcome.REACHED_USER)
                    .toList();
            origins.removeAll(nameless);
            origins.add(0, fromRow(trace.errors().get(0), nameless, Outcome.REACHED_USER));
        }
        addRows(trace, origins, surfacing.requestFailed());
        return origins;
    }

    /** Errors of rows that nothing else names. */
    private static void addRows(Trace trace, List<ErrorOrigin> origins, boolean requestFailed) {
        Set<String> named = new HashSet<>();
        origins.forEach(origin -> {
            named.addAll(origin.causes());
            named.add(String.valueOf(origin.errorClass()));
        });
        int added = 0;
        for (TransactionErrorRow row : trace.errors()) {
            String errorClass = ErrorNames.className(row.error());
            boolean wraps = row.error().message() != null
                    && named.stream().anyMatch(name -> row.error().message().contains(name));
            if (errorClass != null
                    && !wraps
                    && !row.error().expected()
                    && named.add(errorClass)
                    && added++ < MAX_WITHOUT_SPAN) {
                origins.add(fromRow(row, List.of(), requestFailed ? Outcome.REACHED_USER : Outcome.HANDLED));
            }
        }
    }

    private ErrorOrigin origin(Trace trace, OriginCandidate candidate) {
        Span span = trace.span(candidate.span);
        ErrorLog told = candidate.told;
        String errorClass = ErrorNames.className(candidate.error);
        String message = candidate.error.message();
        if (told != null && told.errorClass() != null && (errorClass == null || told.frame() != null)) {
            errorClass = told.errorClass();
            message = told.message();
        } else {
            Thrown inner = StackText.namedIn(message);
            if (inner != null) {
                errorClass = inner.errorClass();
                message = inner.message();
            }
        }
        return new ErrorOrigin(
                candidate.rule,
                candidate.blame,
                span.id(),
                span.service(),
                errorClass,
                message,
                frame(trace, candidate),
                outcome(trace, candidate),
                candidate.path.stream().map(at -> trace.span(at).id()).toList(),
                candidate.logIds,
                causes(trace, candidate, errorClass),
                candidate.failedAttempts,
                candidate.guessed ? GUESSED : SHOWN);
    }

    /** An error that left work nothing waited for reached no caller that could have handled it. */
    private static Outcome outcome(Trace trace, OriginCandidate candidate) {
        if (candidate.reachedUser) {
            return Outcome.REACHED_USER;
        }
        return trace.background(candidate.top()) && !candidate.recovered ? Outcome.IN_BACKGROUND : Outcome.HANDLED;
    }

    /** The frame that a log tells; else the nearest span at or above the origin that names code of the application. */
    private @Nullable CodeLocation frame(Trace trace, OriginCandidate candidate) {
        if (candidate.told != null && candidate.told.frame() != null) {
            return candidate.told.frame();
        }
        for (int at = candidate.span; at >= 0; at = trace.parent(at)) {
            CodeLocation place = trace.span(at).code();
            if (place != null && code.contains(place.className())) {
                return place;
            }
            if (!trace.span(at).service().equals(trace.span(candidate.span).service())) {
                return null;
            }
        }
        return null;
    }

    private static List<String> causes(Trace trace, OriginCandidate candidate, @Nullable String errorClass) {
        List<String> causes = new ArrayList<>();
        Optional.ofNullable(ErrorNames.className(trace.span(candidate.top()).error()))
                .ifPresent(causes::add);
        if (candidate.told != null) {
            candidate.told.causes().stream()
                    .filter(name -> !causes.contains(name))
                    .forEach(causes::add);
        }
        Optional.ofNullable(ErrorNames.className(candidate.error))
                .filter(name -> !causes.contains(name))
                .ifPresent(causes::add);
        Optional.ofNullable(errorClass).filter(name -> !causes.contains(name)).ifPresent(causes::add);
        return causes;
    }

    private static ErrorOrigin fromLog(Trace trace, ErrorLog line, boolean open) {
        String spanId = line.line().spanId();
        boolean known = spanId != null && trace.indexOf(spanId).isPresent();
        String service = line.line().service();
        return new ErrorOrigin(
                Rule.LOG_ONLY,
                line.frame() == null ? Blame.UNKNOWN : Blame.OWN_CODE,
                known ? spanId : null,
                service == null ? "" : service,
                line.errorClass(),
                line.message() == null ? line.line().message() : line.message(),
                line.frame(),
                open ? Outcome.REACHED_USER : Outcome.HANDLED,
                List.of(),
                List.of(line.line().id()),
                line.causes(),
                List.of(),
                WITHOUT_SPAN);
    }

    /** A row names the exception; log lines that do not are what else is known of it. */
    private static ErrorOrigin fromRow(TransactionErrorRow row, List<ErrorOrigin> nameless, Outcome outcome) {
        SpanError error = row.error();
        Thrown inner = StackText.namedIn(error.message());
        String outer = ErrorNames.className(error);
        String errorClass = inner == null ? outer : inner.errorClass();
        List<String> causes = new ArrayList<>();
        Optional.ofNullable(outer).ifPresent(causes::add);
        Optional.ofNullable(errorClass).filter(name -> !causes.contains(name)).ifPresent(causes::add);
        return new ErrorOrigin(
                Rule.ROW_ONLY,
                Blame.UNKNOWN,
                null,
                row.service(),
                errorClass,
                inner == null ? error.message() : inner.message(),
                null,
                outcome,
                List.of(),
                nameless.stream().flatMap(origin -> origin.logIds().stream()).toList(),
                causes,
                List.of(),
                WITHOUT_SPAN);
    }
}
