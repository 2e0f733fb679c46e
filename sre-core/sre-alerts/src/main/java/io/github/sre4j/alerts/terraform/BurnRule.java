package io.github.sre4j.alerts.terraform;

import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Burn-rate rule: fires when the share of bad requests in a window eats the error budget too fast.
 *
 * @param hours window
 * @param threshold share of bad requests that fires, in percent
 * @param burn burn rate: 1 uses exactly the budget of the period
 * @param firings times at which it would have fired in the measured window
 */
public record BurnRule(int hours, BigDecimal threshold, BigDecimal burn, List<Instant> firings) {

    /** An alert that one or two bad requests trigger is noise. */
    private static final int MIN_BAD_REQUESTS = 3;

    /** Windows in hours with the share of the budget that they may use, in percent, for periods of 1, 7 and 28 days. */
    private static final int[][] WINDOWS = {{1, 25, 8, 2}, {3, 40, 10, 4}, {6, 50, 12, 5}};

    /** Copies the list. */
    public BurnRule {
        firings = List.copyOf(firings);
    }

    /**
     * Rules for a service level.
     *
     * @param fast shortest rule that can fire and does not fire for single requests, or null
     * @param slow rule over six hours beside it, or null
     * @param omitted reasons for rules that are left out
     */
    record Choice(@Nullable BurnRule fast, @Nullable BurnRule slow, List<Message> omitted) {

        List<BurnRule> rules() {
            List<BurnRule> rules = new ArrayList<>();
            if (fast != null) {
                rules.add(fast);
            }
            if (slow != null) {
                rules.add(slow);
            }
            return rules;
        }
    }

    /**
     * Chooses the rules.
     *
     * @param target objective in percent
     * @param days period of the service level: 1, 7 or 28
     * @param traffic measured traffic
     */
    static Choice choose(BigDecimal target, int days, HourlyTraffic traffic) {
        List<Message> omitted = new ArrayList<>();
        if (traffic.isEmpty()) {
            omitted.add(Message.of(BurnRule.class, "burn.not-measured"));
            return new Choice(null, null, omitted);
        }
        BurnRule fast = null;
        BurnRule slow = null;
        for (int[] window : WINDOWS) {
            int hours = window[0];
            BigDecimal budget = BigDecimal.valueOf(100).subtract(target);
            BigDecimal burn = BigDecimal.valueOf(window[days == 1 ? 1 : days == 7 ? 2 : 3])
                    .multiply(BigDecimal.valueOf(days * 24L))
                    .divide(BigDecimal.valueOf(hours * 100L), 4, RoundingMode.HALF_UP);
            BigDecimal threshold = budget.multiply(burn).setScale(3, RoundingMode.HALF_UP);
            String shown = threshold.stripTrailingZeros().toPlainString();
            if (burn.compareTo(BigDecimal.ONE) <= 0) {
                omitted.add(Message.of(BurnRule.class, "burn.inside-budget", Integer.toString(hours), shown));
                continue;
            }
            if (threshold.compareTo(BigDecimal.valueOf(100)) >= 0) {
                omitted.add(Message.of(BurnRule.class, "burn.never", Integer.toString(hours), shown));
                continue;
            }
            long quiet = traffic.quietRequests(hours);
            double share = threshold.doubleValue() / 100;
            if (Math.ceil(share * quiet) < MIN_BAD_REQUESTS) {
                omitted.add(Message.of(
                        BurnRule.class, "burn.too-little", Integer.toString(hours), quiet, MIN_BAD_REQUESTS));
                continue;
            }
            BurnRule rule = new BurnRule(hours, threshold, burn, traffic.firings(hours, share));
            if (fast == null) {
                fast = rule;
            } else if (hours == 6) {
                slow = rule;
            }
        }
        return new Choice(fast, slow, omitted);
    }
}
