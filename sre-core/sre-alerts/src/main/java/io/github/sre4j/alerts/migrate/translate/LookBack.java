package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.query.QueryClause;
import io.github.sre4j.alerts.migrate.query.QueryClause.Bool;
import io.github.sre4j.alerts.migrate.query.QueryClause.Bound;
import io.github.sre4j.alerts.migrate.query.QueryClause.Range;
import io.github.sre4j.alerts.migrate.query.Scalar;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the range of the time field out of a query: it becomes the aggregation window. Not thread-safe. */
final class LookBack {

    private final long interval;
    private final List<Finding> findings;
    private final List<Bound> bounds = new ArrayList<>();

    private LookBack(long interval, List<Finding> findings) {
        this.interval = interval;
        this.findings = findings;
    }

    /**
     * Query without its time range.
     *
     * @param query other clauses
     * @param seconds length of time looked at, in seconds, 0 if the query has no time range
     * @param ageSeconds age of the newest document looked at, in seconds
     */
    record Result(QueryClause query, long seconds, long ageSeconds) {}

    static Result of(QueryClause query, long interval, List<Finding> findings) {
        LookBack lookBack = new LookBack(interval, findings);
        QueryClause rest = lookBack.without(query);
        return lookBack.result(rest);
    }

    private QueryClause without(QueryClause clause) {
        if (clause instanceof Range range && isTime(range)) {
            bounds.addAll(range.bounds());
            return new QueryClause.MatchAll();
        } else if (clause instanceof Bool bool) {
            List<QueryClause> must = bool.must().stream().map(this::without).toList();
            boolean onlyShould = must.isEmpty() && bool.should().size() == 1;
            List<QueryClause> should =
                    onlyShould ? bool.should().stream().map(this::without).toList() : bool.should();
            return new Bool(must, should, bool.mustNot(), bool.minimumShouldMatch());
        } else if (clause instanceof QueryClause.Parsed parsed) {
            return new QueryClause.Parsed(parsed.source(), without(parsed.parsed()));
        }
        return clause;
    }

    static boolean isTime(Range range) {
        return range.bounds().stream()
                .anyMatch(bound -> bound.value() instanceof Scalar.Text text && DateMath.isRelative(text.value()));
    }

    private Result result(QueryClause rest) {
        if (bounds.isEmpty()) {
            return new Result(rest, 0, 0);
        }
        Optional<DateMath> lower = Optional.empty();
        DateMath upper = new DateMath(0, 0);
        boolean upperIncluded = false;
        for (Bound bound : bounds) {
            Optional<DateMath> math = DateMath.parse(bound.value().text(), interval);
            if (math.isEmpty()) {
                findings.add(Finding.refused(
                        text(),
                        Message.of(
                                FindingTexts.class, "time.math", bound.value().text())));
                return new Result(rest, 0, 0);
            }
            if (bound.operator().startsWith(">")) {
                lower = math;
            } else {
                upper = math.get();
                upperIncluded = bound.operator().equals("<=");
            }
        }
        if (lower.isEmpty()) {
            findings.add(Finding.refused(text(), Message.of(FindingTexts.class, "time.open")));
            return new Result(rest, 0, 0);
        }
        long seconds = upper.seconds() - lower.get().seconds();
        if (seconds <= 0) {
            findings.add(Finding.refused(
                    text(), Message.of(FindingTexts.class, lower.get().roundedTo() > 0 ? "time.since" : "time.empty")));
            return new Result(rest, 0, 0);
        }
        rounding(lower.get(), upper, upperIncluded, seconds);
        return new Result(rest, seconds, Math.max(0, -upper.seconds()));
    }

    private void rounding(DateMath lower, DateMath upper, boolean upperIncluded, long seconds) {
        if (lower.roundedTo() == 0 && upper.roundedTo() == 0) {
            return;
        }
        boolean whole = lower.roundedTo() == upper.roundedTo() && !upperIncluded;
        if (whole) {
            findings.add(Finding.exact(text(), Message.of(FindingTexts.class, "time.whole", Long.toString(seconds))));
        } else {
            long unit = Math.max(lower.roundedTo(), upper.roundedTo());
            findings.add(Finding.approximate(
                    text(),
                    Message.of(
                            FindingTexts.class,
                            "time.rounded",
                            Long.toString(seconds),
                            Long.toString(seconds + unit))));
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder("range");
        bounds.forEach(bound -> text.append(' ')
                .append(bound.operator())
                .append(' ')
                .append(bound.value().text()));
        return text.toString();
    }
}
