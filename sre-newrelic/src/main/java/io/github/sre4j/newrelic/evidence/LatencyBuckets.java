package io.github.sre4j.newrelic.evidence;

import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.impact.SlowRequest;
import io.github.sre4j.advisor.impact.SlowRequestTail;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slow requests in buckets of durations, each a quarter longer than the one before, from the threshold up. Counts and sums of a bucket are exact, so
 * the excess is; that all requests of a bucket took its mean is at most half a bucket off.
 *
 * @param threshold above which requests are slow
 */
record LatencyBuckets(Duration threshold) {

    /** Up to 69 times the threshold; what took longer is in the last bucket. */
    private static final int BUCKETS = 20;

    private static final double STEP = 1.25;

    /** Half a bucket. */
    static final double RELATIVE_ERROR = (STEP - 1) / 2;

    private static final Attribute DURATION = new Attribute("duration");
    private static final Attribute DATABASE = new Attribute("databaseDuration");
    private static final Attribute EXTERNAL = new Attribute("externalDuration");

    Nrql into(Nrql query) {
        Nrql all = query;
        for (int i = 0; i < BUCKETS; i++) {
            Condition inside = Condition.above(DURATION, from(i));
            if (i < BUCKETS - 1) {
                inside = inside.and(Condition.atMost(DURATION, from(i + 1)));
            }
            all = all.select("n" + i, Aggregate.count().where(inside))
                    .select("d" + i, Aggregate.sum(DURATION).where(inside))
                    .select("b" + i, Aggregate.sum(DATABASE).where(inside))
                    .select("x" + i, Aggregate.sum(EXTERNAL).where(inside));
        }
        return all;
    }

    List<SlowRequest> read(Row row, double weight) {
        List<SlowRequest> requests = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            long count = row.count("n" + i);
            if (count > 0) {
                requests.add(new SlowRequest(
                        mean(row, "d" + i, count),
                        mean(row, "b" + i, count),
                        mean(row, "x" + i, count),
                        count * weight));
            }
        }
        return requests;
    }

    private static double mean(Row row, String alias, long count) {
        return Math.max(0, row.number(alias).orElse(0)) / count;
    }

    private BigDecimal from(int bucket) {
        return bucket == 0
                ? Nrql.seconds(threshold)
                : new BigDecimal(threshold.toNanos() / 1e9 * Math.pow(STEP, bucket), new MathContext(9))
                        .stripTrailingZeros();
    }

    /** The slow requests that an answer tells of. */
    static SlowRequestTail tail(
            EvidenceQuestion question, Duration threshold, @Nullable List<Row> answer, Window window) {
        return new SlowRequestTail(
                threshold.toNanos() / 1e9,
                (double) window.length().toMillis() / Duration.ofDays(1).toMillis(),
                answer == null || answer.isEmpty()
                        ? List.of()
                        : new LatencyBuckets(threshold).read(answer.get(0), question.weight()),
                RELATIVE_ERROR);
    }
}
