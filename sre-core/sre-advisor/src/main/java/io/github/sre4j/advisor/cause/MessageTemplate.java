package io.github.sre4j.advisor.cause;

import java.util.regex.Pattern;

/** A message without what differs from one failure to the next: placeholders of masked values, numbers, quoted values. */
final class MessageTemplate {

    private static final int LONGEST = 160;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Za-z]+[- #]?\\d*]");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{1,200}\"");
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z$])\\d+(?:[.,]\\d+)*");

    private MessageTemplate() {}

    static String of(String message) {
        String plain = PLACEHOLDER.matcher(message.strip()).replaceAll("*");
        plain = QUOTED.matcher(plain).replaceAll("\"*\"");
        plain = NUMBER.matcher(plain).replaceAll("*");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
