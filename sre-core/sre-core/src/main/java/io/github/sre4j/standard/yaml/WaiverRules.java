package io.github.sre4j.standard.yaml;

import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides what a waiver must hold: which endpoints, a reason, and an owner. */
final class WaiverRules {

    private static final int MIN_REASON = 10;
    private static final int MIN_OWNER = 2;

    /** Segments with which telemetry begins every name; they choose none. */
    private static final Set<String> ROOTS = Set.of(
            "WebTransaction",
            "OtherTransaction",
            "PageViewTiming",
            "SpringController",
            "Spring",
            "RestWebService",
            "Servlet",
            "Filter",
            "Custom",
            "Java",
            "Message",
            "Uri",
            "NormalizedUri",
            "JSP",
            "gRPC",
            "GraphQL",
            "Vertx",
            "Undertow",
            "StatusCode",
            "GET",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "HEAD",
            "OPTIONS");

    /** Words that people write where a name is required and there is none. */
    private static final Set<String> NOBODY = Set.of(
            "none", "nobody", "noone", "no one", "no-one", "n/a", "na", "tbd", "todo", "unknown", "anyone", "someone",
            "nil", "null", "me", "us", "xx", "xxx", "なし", "未定", "不明", "誰か");

    private WaiverRules() {}

    /** Returns the problem of the pattern of a waiver; empty if it names endpoints. */
    static Optional<Message> problem(EndpointPattern pattern, Standard standard) {
        boolean namesNone = Arrays.stream(pattern.text().split("[/ ()]+"))
                .map(segment -> segment.replace("*", ""))
                .allMatch(segment -> segment.isEmpty() || ROOTS.contains(segment));
        if (namesNone) {
            return Optional.of(Message.of(StandardYaml.class, "waiver-of-all", pattern));
        }
        return standard.classes().stream()
                .filter(each -> each.match().contains(pattern) && pattern.text().contains("*"))
                .findFirst()
                .map(each -> Message.of(StandardYaml.class, "waiver-of-class", pattern, each.name()));
    }

    static String reason(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        boolean ideographic = text.codePoints().anyMatch(Character::isIdeographic);
        boolean enough =
                letters >= MIN_REASON / 2 && (ideographic || text.strip().length() >= MIN_REASON);
        if (!enough || text.codePoints().distinct().count() < MIN_REASON / 2) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "reason-too-short", text, MIN_REASON));
        }
        return text;
    }

    static String owner(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        if (letters < MIN_OWNER || NOBODY.contains(text.strip().toLowerCase(Locale.ROOT))) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "owner-no-one", text));
        }
        return text;
    }
}
