package io.github.sre4j.advisor.remedy;

import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.ErrorCause.Family;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.code.SourceName;
import java.util.List;

/** The catalogue: which remedy treats which cause. Immutable and thread-safe. */
public final class Remedies {

    private Remedies() {}

    /** What to do about slow requests. */
    public static ProposedFix forLatency(RemedyContext situation) {
        return shown(
                remedy(situation.cause().kind(), situation.cause().target()).propose(situation), situation);
    }

    /** What to do about failed requests. */
    public static ProposedFix forErrors(RemedyContext situation, Family family) {
        Remedy remedy = switch (family) {
            case NOT_FOUND -> new NotFoundRemedy();
            case BAD_INPUT -> simple(RemedyKind.ANSWER_400);
            case DEPENDENCY -> simple(RemedyKind.FALLBACK, SourceName.CLIENT);
            case NO_INSTANCE -> simple(RemedyKind.RESTORE_SERVICE);
            case POOL -> simple(RemedyKind.POOL);
            case CONFLICT -> simple(RemedyKind.RETRY_CONFLICT);
            case DEFECT -> new DefectRemedy();
            case UNKNOWN -> simple(RemedyKind.FIND_ORIGIN);
        };
        return shown(remedy.propose(situation), situation);
    }

    /** Leaves out a patch that was not shown to work with the libraries of the product. */
    private static ProposedFix shown(ProposedFix fix, RemedyContext situation) {
        return fix.sketch().isEmpty()
                        || ShownVersions.cover(fix.kind(), situation.index().libraries())
                ? fix
                : fix.withoutPatch(ShownVersions.of(fix.kind()));
    }

    private static Remedy remedy(CauseKind kind, Target target) {
        return switch (kind) {
            case N_PLUS_ONE_QUERIES, REPEATED_WRITES, QUERY_CYCLE -> new FetchAssociationRemedy();
            case CHUNKED_READS -> simple(RemedyKind.FEWER_ROWS);
            case PAGED_READS -> simple(RemedyKind.PAGE_BY_KEY);
            case REPEATED_HTTP_CALLS -> new RepeatedCalls();
            case SERIAL_HTTP_CALLS -> new SerialCalls();
            case SERIAL_QUERIES -> simple(RemedyKind.FEWER_CALLS);
            case CHATTY -> simple(target instanceof Target.Call ? RemedyKind.FEWER_REQUESTS : RemedyKind.FEWER_CALLS);
            case SLOW_QUERY -> new SlowStatement();
            case SLOW_EXTERNAL_CALL -> new SlowCall();
            case REMOTE_CALL_IN_TRANSACTION -> new OutOfTransactionRemedy();
            case REPEATED_CACHE_READS -> simple(RemedyKind.BATCH_CACHE_READ);
            case RETRIES -> simple(RemedyKind.TIMEOUT, SourceName.CLIENT);
            case POLLING -> simple(RemedyKind.POLL_LESS);
            case POOL_OR_LOCK_WAIT -> simple(RemedyKind.POOL);
            case LARGE_PAYLOAD -> simple(RemedyKind.SMALLER_ANSWER);
            case COLD_START -> simple(RemedyKind.WARM_UP);
            case GC_PAUSE -> simple(RemedyKind.MEMORY);
            case QUEUEING -> simple(RemedyKind.CAPACITY);
            case UNINSTRUMENTED_GAP, ERROR, UNKNOWN ->
                target instanceof Target.Query ? simple(RemedyKind.EXPLAIN) : simple(RemedyKind.PROFILE);
        };
    }

    private static Remedy simple(RemedyKind kind, SourceName... needed) {
        return new TextRemedy(kind, List.of(needed));
    }
}
