package io.github.sre4j.text.mask;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form of what is masked.
 *
 * @param kind what the placeholder says it is
 * @param needed triggers of every text in which the pattern finds something ({@link MaskTriggers})
 * @param pattern finds it; the first group that matched is replaced, or all of it if there are no groups
 * @param check tells what only looks like it
 */
record Rule(String kind, int needed, Pattern pattern, Check check) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[a-z]+(?::[0-9a-f]{12}|-[0-9]{1,9})]");

    /** Tells whether a find is one, by what stands there and around. */
    @FunctionalInterface
    interface Check {

        /** Returns whether {@code text} from {@code from} to {@code to} is to be masked. */
        boolean holds(String text, int from, int to);
    }

    static Rule of(String kind, int needed, String regex) {
        return of(kind, needed, regex, (text, from, to) -> true);
    }

    static Rule of(String kind, int needed, String regex, Check check) {
        return new Rule(kind, needed, Pattern.compile(regex), check);
    }

    /** Masks what stands between placeholders: those of earlier rules stay as they are. */
    String apply(String text, Placeholders placeholders) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        if (text.indexOf('[') >= 0) {
            Matcher placeholder = PLACEHOLDER.matcher(text);
            while (placeholder.find()) {
                mask(matcher.region(from, placeholder.start()), text, placeholders, masked);
                masked.append(placeholder.group());
                from = placeholder.end();
            }
        }
        mask(matcher.region(from, text.length()), text, placeholders, masked);
        return masked.toString();
    }

    private void mask(Matcher matcher, String text, Placeholders placeholders, StringBuilder masked) {
        int done = matcher.regionStart();
        while (matcher.find()) {
            int group = firstGroup(matcher);
            if (check.holds(text, matcher.start(group), matcher.end(group))) {
                masked.append(text, done, matcher.start(group)).append(placeholders.of(kind, matcher.group(group)));
                done = matcher.end(group);
            }
        }
        masked.append(text, done, matcher.regionEnd());
    }

    private static int firstGroup(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.start(group) >= 0) {
                return group;
            }
        }
        return 0;
    }
}
