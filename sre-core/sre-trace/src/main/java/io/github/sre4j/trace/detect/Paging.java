package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Independence;
import io.github.sre4j.trace.Independence.Reason;
import io.github.sre4j.trace.Independence.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sees calls that walk through pages: each needs the one before, to get its token or at least to learn that there is a next page.
 */
final class Paging {

    private static final Set<String> TOKENS = Set.of(
            "cursor",
            "token",
            "next",
            "after",
            "continuation",
            "continuationtoken",
            "nexttoken",
            "pagetoken",
            "marker",
            "scrollid",
            "startingafter",
            "since");
    private static final Set<String> POSITIONS =
            Set.of("page", "offset", "skip", "start", "startat", "from", "pagenumber");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

    private Paging() {}

    /** The verdict if any two calls of one template look like pages, else null. */
    static @Nullable Independence seenIn(DetectionContext seen, int[] calls) {
        Map<String, List<Integer>> byShape = new LinkedHashMap<>();
        for (int call : calls) {
            byShape.computeIfAbsent(seen.shape(call), any -> new ArrayList<>()).add(call);
        }
        for (List<Integer> sameTemplate : byShape.values()) {
            Independence verdict = sameTemplate.size() < 2 ? null : ofOneTemplate(seen, sameTemplate);
            if (verdict != null) {
                return verdict;
            }
        }
        return null;
    }

    private static @Nullable Independence ofOneTemplate(DetectionContext seen, List<Integer> calls) {
        Map<String, List<String>> valuesByName = new TreeMap<>();
        for (int call : calls) {
            HttpCall http = seen.span(call).http();
            String query = http == null ? null : http.query();
            for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                String plain = NO_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
                valuesByName
                        .computeIfAbsent(plain, any -> new ArrayList<>())
                        .add(equals < 0 ? "" : parameter.substring(equals + 1));
            }
        }
        List<String> witnesses =
                calls.stream().limit(3).map(call -> seen.span(call).id()).toList();
        for (Map.Entry<String, List<String>> parameter : valuesByName.entrySet()) {
            boolean changes = parameter.getValue().stream().distinct().count() > 1
                    || parameter.getValue().size() < calls.size();
            if (changes && TOKENS.contains(parameter.getKey())) {
                return new Independence(Verdict.DEPENDENT, Reason.TOKEN, witnesses);
            }
            if (changes && (POSITIONS.contains(parameter.getKey()) || grows(parameter.getValue()))) {
                return new Independence(Verdict.DEPENDENT, Reason.PAGING, witnesses);
            }
        }
        return null;
    }

    /** A number that grows by the same step from call to call, whatever its name. */
    private static boolean grows(List<String> values) {
        if (values.size() < 3
                || !values.stream().allMatch(value -> NUMBER.matcher(value).matches())) {
            return false;
        }
        long step = Long.parseLong(values.get(1)) - Long.parseLong(values.get(0));
        for (int i = 1; i < values.size(); i++) {
            if (Long.parseLong(values.get(i)) - Long.parseLong(values.get(i - 1)) != step) {
                return false;
            }
        }
        return step > 0;
    }
}
