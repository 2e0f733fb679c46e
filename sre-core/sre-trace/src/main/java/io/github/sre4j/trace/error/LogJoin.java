package io.github.sre4j.trace.error;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joins log lines to candidates: by span id first, then by the exception they name. */
final class LogJoin {

    private static final int MAX_LINES = 5;

    private final Trace trace;
    private final List<ErrorLog> lines = new ArrayList<>();
    private final Set<String> claimed = new HashSet<>();

    LogJoin(Trace trace, ApplicationCode code) {
        this.trace = trace;
        for (LogLine line : trace.logs()) {
            ErrorLog.of(line, code).ifPresent(lines::add);
        }
    }

    void join(OriginCandidate candidate) {
        Set<String> spans = new HashSet<>();
        candidate.path.forEach(span -> spans.add(trace.span(span).id()));
        String errorClass = ErrorNames.className(candidate.error);
        String message = candidate.error.message();
        List<ErrorLog> own = lines.stream()
                .filter(line -> line.tellsOf(errorClass, message)
                        || (errorClass == null && inSpan(line, spans) && line.errorClass() != null)
                        || inOriginSpan(line, candidate))
                .sorted(byTelling(spans, errorClass, message))
                .toList();
        own.forEach(line -> claimed.add(line.line().id()));
        candidate.logIds =
                own.stream().limit(MAX_LINES).map(line -> line.line().id()).toList();
        candidate.told = own.stream()
                .filter(line -> errorClass == null || line.tellsOf(errorClass, message))
                .findFirst()
                .orElse(null);
    }

    private static Comparator<ErrorLog> byTelling(
            Set<String> spans,
            @org.jspecify.annotations.Nullable String errorClass,
            @org.jspecify.annotations.Nullable String message) {
        return Comparator.comparing((ErrorLog line) -> !line.tellsOf(errorClass, message))
                .thenComparing(line -> -line.weight())
                .thenComparing(line -> !inSpan(line, spans))
                .thenComparing(line -> line.line().atNanos());
    }

    private static boolean inSpan(ErrorLog line, Set<String> spans) {
        String span = line.line().spanId();
        return span != null && spans.contains(span);
    }

    private boolean inOriginSpan(ErrorLog line, OriginCandidate candidate) {
        return trace.span(candidate.span).id().equals(line.line().spanId());
    }

    /** Lines of errors that no candidate explains, one per exception or text. */
    List<ErrorLog> unclaimed() {
        Set<String> seen = new HashSet<>();
        return lines.stream()
                .filter(line -> !claimed.contains(line.line().id()))
                .filter(line -> line.line().severity().isError())
                .filter(line -> seen.add(Optional.ofNullable(line.errorClass())
                        .map(name -> name + line.message())
                        .orElse(line.line().message())))
                .toList();
    }
}
