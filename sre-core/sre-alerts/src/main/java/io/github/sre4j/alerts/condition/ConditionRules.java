package io.github.sre4j.alerts.condition;

import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules of New Relic that neither {@code terraform validate} nor {@code terraform plan} checks. */
public final class ConditionRules {

    private static final int MAX_NAME = 128;
    private static final int MAX_DESCRIPTION = 4_000;
    private static final Pattern QUOTED = Pattern.compile("'(?:\\\\.|[^'\\\\])*'|`[^`]*`");
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?i)\\b(SINCE|UNTIL|TIMESERIES|LIMIT|COMPARE\\s+WITH|SLIDE\\s+BY|JOIN|histogram\\s*\\()");

    private ConditionRules() {}

    /** Returns one sentence for each rule that a condition breaks; empty if New Relic accepts it. */
    public static List<Message> broken(AlertCondition condition) {
        List<Message> broken = new ArrayList<>();
        String address = "newrelic_nrql_alert_condition." + condition.address();
        if (condition.name().isBlank() || condition.name().length() > MAX_NAME) {
            broken.add(Message.of(
                    ConditionRules.class,
                    "name-length",
                    address,
                    condition.name().length(),
                    MAX_NAME));
        }
        if (condition.description().length() > MAX_DESCRIPTION) {
            broken.add(Message.of(
                    ConditionRules.class,
                    "description-length",
                    address,
                    condition.description().length(),
                    MAX_DESCRIPTION));
        }
        window(condition, address, broken);
        threshold(condition, condition.critical(), address, broken);
        if (condition.warning() != null) {
            threshold(condition, condition.warning(), address, broken);
        }
        SignalLoss loss = condition.signalLoss();
        if (loss != null && (loss.afterSeconds() < 30 || loss.afterSeconds() > 172_800)) {
            broken.add(Message.of(ConditionRules.class, "expiration", address, loss.afterSeconds()));
        }
        int longest = 1_200;
        if (condition.delaySeconds() < 0 || condition.delaySeconds() > longest) {
            broken.add(Message.of(
                    ConditionRules.class,
                    "delay",
                    address,
                    condition.aggregation().argument(),
                    condition.delaySeconds(),
                    longest));
        }
        condition.queryText().ifPresent(query -> query(query, address, broken));
        return broken;
    }

    private static void window(AlertCondition condition, String address, List<Message> broken) {
        int window = condition.windowSeconds();
        if (window < SlideRules.MIN_WINDOW || window > SlideRules.MAX_WINDOW) {
            broken.add(Message.of(
                    ConditionRules.class, "window", address, window, SlideRules.MIN_WINDOW, SlideRules.MAX_WINDOW));
        }
        Integer slide = condition.slideSeconds();
        if (slide != null && (slide < SlideRules.shortest(window) || slide >= window || window % slide != 0)) {
            broken.add(Message.of(ConditionRules.class, "slide", address, slide, window, SlideRules.shortest(window)));
        }
    }

    private static void threshold(AlertCondition condition, Threshold threshold, String address, List<Message> broken) {
        int step = condition.slideSeconds() == null ? condition.windowSeconds() : condition.slideSeconds();
        int duration = threshold.durationSeconds();
        if (duration < 60 || duration > 86_400 || step <= 0 || duration % step != 0) {
            broken.add(Message.of(ConditionRules.class, "duration", address, duration, step));
        }
    }

    private static void query(String query, String address, List<Message> broken) {
        Matcher forbidden = FORBIDDEN.matcher(QUOTED.matcher(query).replaceAll("''"));
        while (forbidden.find()) {
            broken.add(Message.of(
                    ConditionRules.class, "clause", address, forbidden.group(1).strip()));
        }
    }
}
