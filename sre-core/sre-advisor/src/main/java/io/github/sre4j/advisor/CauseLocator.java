package io.github.sre4j.advisor;

import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.advisor.remedy.CertainLocation;
import io.github.sre4j.advisor.remedy.ProposedFix;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.FilterIndex;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.sli.EndpointName;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds a cause in the product's source, and lets what the code does confirm it. */
final class CauseLocator {

    private static final int MOST_PLACES = 5;

    /** The score of a place that fits in all but that the handler does not reach it. */
    private static final double FITS_UNREACHED = 0.3;

    private static final Map<CauseKind, List<CodeHint.Kind>> CONFIRMS = new EnumMap<>(Map.of(
            CauseKind.N_PLUS_ONE_QUERIES,
            List.of(
                    CodeHint.Kind.LAZY_READ_IN_LOOP,
                    CodeHint.Kind.QUERY_IN_LOOP,
                    CodeHint.Kind.COLLECTION_WITHOUT_FETCH_PLAN),
            CauseKind.REPEATED_WRITES,
            List.of(CodeHint.Kind.QUERY_IN_LOOP),
            CauseKind.QUERY_CYCLE,
            List.of(
                    CodeHint.Kind.LAZY_READ_IN_LOOP,
                    CodeHint.Kind.QUERY_IN_LOOP,
                    CodeHint.Kind.COLLECTION_WITHOUT_FETCH_PLAN),
            CauseKind.CHUNKED_READS,
            List.of(CodeHint.Kind.QUERY_IN_LOOP),
            CauseKind.REPEATED_HTTP_CALLS,
            List.of(CodeHint.Kind.REMOTE_CALL_IN_LOOP),
            CauseKind.SERIAL_HTTP_CALLS,
            List.of(CodeHint.Kind.SERIAL_INDEPENDENT_CALLS, CodeHint.Kind.SERIAL_DEPENDENT_CALLS),
            CauseKind.SLOW_QUERY,
            List.of(CodeHint.Kind.FILTER_WITHOUT_INDEX),
            CauseKind.REMOTE_CALL_IN_TRANSACTION,
            List.of(CodeHint.Kind.REMOTE_CALL_IN_TRANSACTION)));

    private static final Comparator<CodeHint> BEST_THEN_FIRST = Comparator.comparingDouble(
                    (CodeHint hint) -> -hint.place().score())
            .thenComparing(hint -> hint.place().file())
            .thenComparing(hint -> hint.place().line());

    private final SourceIndex index;

    CauseLocator(SourceIndex index) {
        this.index = index;
    }

    /**
     * A cause with its places.
     *
     * @param cause the cause, with what the code says added
     * @param places where, best first
     * @param exact whether the places are of the cause itself, not of the endpoint's handler
     * @param hints what the code does that costs time and has to do with the cause
     */
    record Located(Cause cause, List<SourceLocation> places, boolean exact, List<CodeHint> hints) {

        /** Returns how much is known of the location: a fix that names one is sure of it. */
        Fixability.Place known(ProposedFix fix) {
            if (!fix.places().isEmpty()) {
                return Fixability.Place.FOUND;
            }
            return places.isEmpty() ? Fixability.Place.SERVICE : Fixability.Place.SEVERAL;
        }
    }

    Located locate(Cause cause, EndpointName endpoint) {
        if (cause.target() instanceof Target.Elsewhere) {
            return new Located(cause, List.of(), false, List.of());
        }
        List<SourceLocation> found = exact(cause.target(), endpoint);
        List<SourceLocation> exact =
                found.stream().filter(place -> isPossible(place, endpoint)).toList();
        List<CodeHint> all = index.hints(endpoint);
        Cause told = inTransaction(cause, exact, all);
        List<CodeHint> hints = all.stream()
                .filter(hint -> CONFIRMS.getOrDefault(told.kind(), List.of()).contains(hint.kind()))
                .filter(hint -> fits(told, hint, exact, all))
                .sorted(BEST_THEN_FIRST)
                .toList();
        Cause confirmed = confirmed(told, hints);
        if (exact.isEmpty() && hints.isEmpty()) {
            List<SourceLocation> handlers = index.handlers(endpoint);
            Cause said = handlers.isEmpty() ? confirmed : elsewhere(confirmed, found, endpoint);
            return new Located(withGap(said, endpoint), handlers, false, hints);
        }
        List<SourceLocation> places =
                exact.isEmpty() ? hints.stream().map(CodeHint::place).toList() : exact;
        return new Located(confirmed, places.stream().limit(MOST_PLACES).toList(), true, hints);
    }

    /** Returns whether a place may be that of the cause: the handler reaches it, and it is more than the class of a table. */
    private boolean isPossible(SourceLocation place, EndpointName endpoint) {
        return place.rule() == SourceRule.STACK_FRAME
                || place.rule() == SourceRule.NAMED_METHOD
                || (place.rule() != SourceRule.ENTITY && index.reaches(endpoint, place));
    }

    /** Adds the place that fits but that no call from the handler leads to, if it is the only one. */
    private Cause elsewhere(Cause cause, List<SourceLocation> found, EndpointName endpoint) {
        List<SourceLocation> unreached = found.stream()
                .filter(place -> place.rule() != SourceRule.ENTITY && !index.reaches(endpoint, place))
                .toList();
        boolean one = unreached.size() == 1 && unreached.get(0).score() >= FITS_UNREACHED;
        return one
                ? cause.with(Fact.of(
                        Basis.SOURCE,
                        "elsewhere",
                        unreached.get(0).file() + ":" + unreached.get(0).line()))
                : cause;
    }

    /** Adds the reason why the endpoint has no certain handler, if it has none. */
    private Cause withGap(Cause cause, EndpointName endpoint) {
        return index.handlerGap(endpoint)
                .map(gap -> cause.with(
                        Fact.of(Basis.SOURCE, "handler-gap", gap.kind().name(), gap.detail())))
                .orElse(cause);
    }

    private List<SourceLocation> exact(Target target, EndpointName endpoint) {
        if (target instanceof Target.Query query) {
            return index.statements(query.statement(), endpoint);
        }
        if (target instanceof Target.Call call) {
            return index.calls(call.host(), call.path(), endpoint);
        }
        return target instanceof Target.Code code
                ? index.methods(code.className(), Objects.requireNonNullElse(code.method(), ""), code.line())
                : List.of();
    }

    /** A slow call in a method that is transactional says more than a slow call. */
    private static Cause inTransaction(Cause cause, List<SourceLocation> places, List<CodeHint> hints) {
        if (cause.kind() != CauseKind.SLOW_EXTERNAL_CALL) {
            return cause;
        }
        Optional<CodeHint> hint = hints.stream()
                .filter(each -> each.kind() == CodeHint.Kind.REMOTE_CALL_IN_TRANSACTION)
                .filter(each -> samePlace(each.place(), places))
                .findFirst();
        return hint.isPresent() ? cause.as(CauseKind.REMOTE_CALL_IN_TRANSACTION, 0.5) : cause;
    }

    /** Whether a hint has to do with a cause: the same table or collection, the same calls. */
    private boolean fits(Cause cause, CodeHint hint, List<SourceLocation> places, List<CodeHint> all) {
        if (cause.target() instanceof Target.Query query && hint.kind() == CodeHint.Kind.FILTER_WITHOUT_INDEX) {
            // The column of the statement counts, not that of another statement on the table.
            FilterIndex index = this.index.filterIndex(query.statement());
            return index.state() == FilterIndex.State.MISSING
                    && hint.place()
                            .name(SourceName.COLUMN)
                            .filter(index.columns()::contains)
                            .isPresent()
                    && samePlace(hint.place(), places);
        }
        if (cause.target() instanceof Target.Query query) {
            // The statement reads the table at the other end of an association, the hint names the one it starts from.
            if (sameField(hint.place(), places)) {
                return true;
            }
            return switch (hint.kind()) {
                case LAZY_READ_IN_LOOP, COLLECTION_WITHOUT_FETCH_PLAN ->
                    TableNameMatcher.holds(
                            query.statement().table(),
                            hint.place().name(SourceName.TARGET).orElse(""),
                            hint.place().name(SourceName.FIELD).orElse(""));
                default ->
                    hint.place()
                            .name(SourceName.TABLE)
                            .map(query.statement().table()::equalsIgnoreCase)
                            .orElse(true);
            };
        }
        // Where a method has several rows of calls, those with the client that was found are meant.
        boolean told = all.stream().anyMatch(each -> each.kind() == hint.kind() && samePlace(each.place(), places));
        return samePlace(hint.place(), places) || (cause.kind() == CauseKind.SERIAL_HTTP_CALLS && !told);
    }

    /** Whether a place is of the very collection or reference. */
    private static boolean sameField(SourceLocation hint, List<SourceLocation> places) {
        return hint.name(SourceName.FIELD).isPresent()
                && places.stream()
                        .anyMatch(place -> place.name(SourceName.FIELD).equals(hint.name(SourceName.FIELD))
                                && place.name(SourceName.ENTITY).equals(hint.name(SourceName.ENTITY)));
    }

    /** Whether a hint is about a call that was found: the same client, or the same lines. Without any other place it may be. */
    private static boolean samePlace(SourceLocation hint, List<SourceLocation> places) {
        return places.isEmpty()
                || places.stream()
                        .anyMatch(place -> (place.file().equals(hint.file())
                                        && place.line() >= hint.firstLine()
                                        && place.line() <= hint.lastLine())
                                || (place.name(SourceName.CLIENT).isPresent()
                                        && place.name(SourceName.CLIENT).equals(hint.name(SourceName.CLIENT))));
    }

    /** Returns the location of the hints of a kind, if they leave one: steps in one method are one location. */
    private static Optional<SourceLocation> certain(CodeHint.Kind kind, List<CodeHint> hints) {
        List<SourceLocation> all = hints.stream()
                .filter(hint -> hint.kind() == kind)
                .map(CodeHint::place)
                .toList();
        boolean serial = kind == CodeHint.Kind.SERIAL_INDEPENDENT_CALLS || kind == CodeHint.Kind.SERIAL_DEPENDENT_CALLS;
        boolean oneMethod = serial
                && all.stream()
                                .map(each -> each.file() + ":" + each.firstLine())
                                .distinct()
                                .count()
                        == 1;
        return oneMethod ? all.stream().findFirst() : CertainLocation.of(all);
    }

    private static Cause confirmed(Cause cause, List<CodeHint> hints) {
        Cause told = cause;
        for (CodeHint.Kind kind : CodeHint.Kind.values()) {
            Optional<SourceLocation> certain = certain(kind, hints);
            if (certain.isPresent()) {
                told = told.with(Fact.of(
                        Basis.SOURCE,
                        "hint-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        certain.get().file() + ":" + certain.get().line()));
            }
        }
        boolean independent = hints.stream().anyMatch(each -> each.kind() == CodeHint.Kind.SERIAL_INDEPENDENT_CALLS);
        boolean dependent = hints.stream().anyMatch(each -> each.kind() == CodeHint.Kind.SERIAL_DEPENDENT_CALLS);
        // What the traces could not tell of the calls' order, the code does.
        return independent
                        && !dependent
                        && told.facts().stream().anyMatch(each -> each.key().equals("independence-unknown"))
                ? new Cause(told.kind(), told.subject(), told.target(), told.facts(), 1, told.calls())
                : told;
    }
}
