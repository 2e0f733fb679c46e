package io.github.sre4j.advisor.report;

import io.github.sre4j.text.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers of candidates as people read them: estimates, so few digits. Immutable. */
final class CandidateNumbers {

    private final Formats formats;

    CandidateNumbers(Formats formats) {
        this.formats = formats;
    }

    String seconds(double seconds) {
        return formats.duration(Duration.ofNanos(Math.round(Math.min(seconds, 9e9) * 1e9)));
    }

    String count(double number) {
        return number > 0 && number < 1 ? times(number) : formats.count(Math.round(number));
    }

    /** One decimal below ten, none from there on. */
    String times(double number) {
        BigDecimal exact = BigDecimal.valueOf(number);
        return number < 9.95
                ? exact.setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString()
                : formats.count(Math.round(number));
    }

    /** A share of requests beside the one that is wanted. */
    String share(double ratio, BigDecimal wanted) {
        return formats.percentBeside(ratio, wanted);
    }

    String wanted(BigDecimal share) {
        return formats.exactPercent(share);
    }

    static String factor(double factor) {
        return BigDecimal.valueOf(factor)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    static double rounded(double share) {
        return Math.round(share * 100) / 100.0;
    }

    /** A class without its package. */
    static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
