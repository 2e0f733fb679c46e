package io.github.sre4j.standard;

import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.sli.ShiftSli;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * The standard that is built in, for whoever has none of their own yet. The same, as a file to start from, is the resource {@code
 * io/github/sre4j/standard/default-standard.yaml}; a test keeps both equal.
 */
public final class DefaultStandard {

    /**
     * One second is where a person's flow of thought breaks (R. B. Miller, "Response time in man-computer conversational transactions", AFIPS
     * 1968; J. Nielsen, "Usability Engineering", 1993, chapter 5).
     */
    private static final Duration FLOW_OF_THOUGHT = Duration.ofSeconds(1);

    /** Ninety-five of a hundred, the percentile most response-time targets are written for ("p95"): 59 requests can prove it. */
    private static final Objective NEARLY_ALL = Objective.of("0.95");

    /**
     * Ninety-nine of a hundred without error, because every product can prove it: 299 flawless requests in the window show it at 95 %
     * confidence (0.99<sup>299</sup> &lt; 0.05). 99.9 % would take 2,995 flawless requests of each endpoint, 99.99 % 29,956.
     */
    private static final Objective FEW_ERRORS = Objective.of("0.99");

    /** Background work is retried by its scheduler or broker; five in a hundred leaves room for that and still shows what always fails. */
    private static final Objective RETRIED = Objective.of("0.95");

    /** Core Web Vitals are good if they are so at the 75th percentile of page views (web.dev, "Web Vitals", 2020, INP since 2024). */
    private static final Objective GOOD_VITAL = Objective.of("0.75");

    private static final Standard STANDARD = new Standard(
            "default",
            "1",
            // One week: every weekday and the weekend once, and within the eight days New Relic keeps one-minute data.
            Duration.ofDays(7),
            // At most one build in a hundred of a product that meets the standard is told otherwise.
            0.99,
            Enforcement.RATCHET,
            List.of(
                    new EndpointClass(
                            "page-load",
                            List.of(new EndpointPattern("PageViewTiming/largestContentfulPaint/**")),
                            List.of(new LatencySli(Duration.ofMillis(2_500), GOOD_VITAL))),
                    new EndpointClass(
                            "page-response",
                            List.of(new EndpointPattern("PageViewTiming/interactionToNextPaint/**")),
                            List.of(new LatencySli(Duration.ofMillis(200), GOOD_VITAL))),
                    new EndpointClass(
                            "page-stability",
                            List.of(new EndpointPattern("PageViewTiming/cumulativeLayoutShift/**")),
                            List.of(new ShiftSli(new BigDecimal("0.1"), GOOD_VITAL))),
                    new EndpointClass(
                            "background",
                            List.of(new EndpointPattern("OtherTransaction/**")),
                            List.of(new ErrorSli(RETRIED))),
                    new EndpointClass(
                            "interactive",
                            // Whatever is not marked as background serves somebody who waits.
                            List.of(new EndpointPattern("**")),
                            List.of(new LatencySli(FLOW_OF_THOUGHT, NEARLY_ALL), new ErrorSli(FEW_ERRORS)))));

    private DefaultStandard() {}

    /** The built-in standard. */
    public static Standard get() {
        return STANDARD;
    }
}
