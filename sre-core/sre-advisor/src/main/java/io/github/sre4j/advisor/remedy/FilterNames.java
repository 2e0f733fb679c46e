package io.github.sre4j.advisor.remedy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which column a statement filters by. */
final class FilterNames {

    private static final Pattern FIRST_FILTER = Pattern.compile(
            "(?is)\\bwhere\\s+(?:\\(\\s*)*(?:\\w+\\s*\\(\\s*)?(?:[\\w\"`]+\\.)?[\"`]?(\\w+)[\"`]?\\s*\\)?\\s*(?:=|<|>|like\\b|ilike\\b|in\\b|between\\b)");

    private FilterNames() {}

    /** The first column after {@code where} that is compared with something; empty if none is seen. */
    static Optional<String> column(String sql) {
        Matcher matcher = FIRST_FILTER.matcher(sql);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
