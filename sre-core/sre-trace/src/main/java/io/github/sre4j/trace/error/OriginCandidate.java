package io.github.sre4j.trace.error;

import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.SpanError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span in which an error may have begun, while it is being looked at. */
final class OriginCandidate {

    final int span;
    final ErrorOrigin.Rule rule;
    final ErrorOrigin.Blame blame;
    final SpanError error;
    /** Failed spans from the origin up to where the error stopped or surfaced. */
    final List<Integer> path;

    final List<String> failedAttempts = new ArrayList<>();
    boolean recovered;
    boolean reachedUser;
    boolean guessed;

    @Nullable
    ErrorLog told;

    List<String> logIds = List.of();

    OriginCandidate(int span, ErrorOrigin.Rule rule, ErrorOrigin.Blame blame, SpanError error, List<Integer> path) {
        this.span = span;
        this.rule = rule;
        this.blame = blame;
        this.error = error;
        this.path = path;
    }

    int top() {
        return path.get(path.size() - 1);
    }
}
