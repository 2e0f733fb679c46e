package io.github.sre4j.alerts.migrate.trigger;

import java.math.BigDecimal;

/** Expression of a trigger script. */
sealed interface Script {

    /** Path such as {@code ctx.results[0].hits.total.value}, in one spelling. */
    record Path(String path) implements Script {}

    record Num(BigDecimal value) implements Script {}

    record Str(String value) implements Script {}

    record Truth(boolean value) implements Script {}

    record Null() implements Script {}

    record Binary(String operator, Script left, Script right) implements Script {}

    record Not(Script of) implements Script {}

    record Choice(Script test, Script yes, Script no) implements Script {}

    /** Some bucket of a list for which the body holds. */
    record AnyBucket(Script list, String variable, Script body) implements Script {}

    static Script negate(Script of) {
        return of instanceof Truth truth ? new Truth(!truth.value()) : new Not(of);
    }
}
