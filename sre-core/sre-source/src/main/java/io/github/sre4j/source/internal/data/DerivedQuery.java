package io.github.sre4j.source.internal.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a Spring Data repository's method asks for.
 *
 * @param operations what it does
 * @param properties property paths it filters by, as the name has them: {@code LastName}, {@code OwnerLastName}
 */
record DerivedQuery(Set<String> operations, List<String> properties) {

    private static final Pattern NAME = Pattern.compile(
            "(find|read|get|query|search|stream|exists|count|delete|remove)(?:[A-Z]\\w*?)??(?:By([A-Z]\\w*))?");
    private static final Pattern INHERITED_WRITE = Pattern.compile("(save|insert|persist|update)\\w*");
    private static final Pattern KEYWORDS = Pattern.compile(
            "(?:AllIgnoreCase|AllIgnoringCase|IgnoreCase|IgnoringCase|IsNotContaining|NotContaining|IsContaining|Containing|Contains"
                    + "|IsStartingWith|StartingWith|StartsWith|IsEndingWith|EndingWith|EndsWith|IsNotLike|NotLike|IsLike|Like|IsNotIn|NotIn"
                    + "|IsIn|In|IsBetween|Between|IsLessThanEqual|LessThanEqual|IsLessThan|LessThan|IsGreaterThanEqual|GreaterThanEqual"
                    + "|IsGreaterThan|GreaterThan|IsAfter|After|IsBefore|Before|IsNotNull|NotNull|IsNull|Null|IsTrue|True|IsFalse|False"
                    + "|IsNotEmpty|NotEmpty|IsEmpty|Empty|IsNot|Not|Is|Equals|Near|Within|MatchesRegex|Matches|Regex|Exists)$");

    DerivedQuery {
        operations = Set.copyOf(operations);
        properties = List.copyOf(properties);
    }

    /** Reads a name; empty if it is none that Spring Data knows. */
    static Optional<DerivedQuery> parse(String name) {
        if (INHERITED_WRITE.matcher(name).matches()) {
            return Optional.of(new DerivedQuery(Set.of("insert", "update"), List.of()));
        }
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean deletes = matcher.group(1).equals("delete") || matcher.group(1).equals("remove");
        Set<String> operations = deletes ? Set.of("delete", "select") : Set.of("select");
        return Optional.of(new DerivedQuery(operations, properties(matcher.group(2))));
    }

    private static List<String> properties(@Nullable String predicate) {
        List<String> properties = new ArrayList<>();
        if (predicate == null) {
            return properties;
        }
        String conditions = predicate.replaceFirst("OrderBy[A-Z].*$", "");
        for (String part : conditions.split("(?<=[a-z0-9])(?:And|Or)(?=[A-Z])", -1)) {
            String property = part;
            for (String before = ""; !before.equals(property); ) {
                before = property;
                String shorter = KEYWORDS.matcher(property).replaceFirst("");
                property = shorter.isEmpty() ? property : shorter;
            }
            if (!property.isEmpty()) {
                properties.add(property.substring(0, 1).toLowerCase(Locale.ROOT) + property.substring(1));
            }
        }
        return properties;
    }
}
