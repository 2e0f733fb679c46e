package io.github.sre4j.lint;

import static io.github.sre4j.lint.Findings.quoted;

import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Waiver;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Waivers that end soon or have ended. */
final class WaiverDates {

    /** A sprint's notice. */
    static final int NOTICE_DAYS = 14;

    private WaiverDates() {}

    static void check(Product product, LocalDate today, Places places, Findings found) {
        for (int i = 0; i < product.waivers().size(); i++) {
            Waiver waiver = product.waivers().get(i);
            long left = ChronoUnit.DAYS.between(today, waiver.until());
            if (left <= NOTICE_DAYS) {
                found.say(
                        left < 0 ? LintRule.WAIVER_EXPIRED : LintRule.WAIVER_ENDS_SOON,
                        places.inProduct("waivers[" + i + "].until"),
                        quoted(waiver.endpoint()),
                        found.formats().date(waiver.until()),
                        Math.abs(left),
                        quoted(waiver.owner()));
            }
        }
    }
}
