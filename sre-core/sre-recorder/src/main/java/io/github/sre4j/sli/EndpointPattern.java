package io.github.sre4j.sli;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * A glob over endpoint names: {@code *} stands for any run of characters without a slash, {@code **} for any run at all, a backslash
 * takes the next character as it is. Everything else, braces and brackets included, stands for itself, because route templates are full
 * of them. Matching is case-sensitive and takes time linear in the product of the two lengths, whatever the pattern.
 *
 * @param text the pattern as written, not empty
 */
public record EndpointPattern(String text) {

    /**
     * Checks the pattern.
     *
     * @throws IllegalArgumentException if it is blank, has three stars in a row or ends in a lone backslash; the message says which
     */
    public EndpointPattern {
        Objects.requireNonNull(text, "text");
        if (text.isBlank()) {
            throw new InvalidInputException(Message.of(EndpointPattern.class, "pattern-empty"));
        }
        tokens(text);
    }

    /** The pattern that matches exactly this name. */
    public static EndpointPattern exactly(EndpointName name) {
        return new EndpointPattern(name.value().replace("\\", "\\\\").replace("*", "\\*"));
    }

    /** Whether the pattern matches the whole name. */
    public boolean matches(EndpointName name) {
        String value = name.value();
        List<Token> tokens = tokens(text);
        BitSet reached = new BitSet(value.length() + 1);
        reached.set(0);
        for (Token token : tokens) {
            reached = token.advance(reached, value);
            if (reached.isEmpty()) {
                return false;
            }
        }
        return reached.get(value.length());
    }

    @Override
    public String toString() {
        return text;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '*') {
                int end = i;
                while (end < text.length() && text.charAt(end) == '*') {
                    end++;
                }
                if (end - i > 2) {
                    throw new InvalidInputException(Message.of(EndpointPattern.class, "pattern-stars", text));
                }
                tokens.add(end - i == 2 ? Token.ANY : Token.SEGMENT);
                i = end;
            } else if (c == '\\') {
                if (i + 1 == text.length()) {
                    throw new InvalidInputException(Message.of(EndpointPattern.class, "pattern-backslash", text));
                }
                tokens.add(new Literal(text.charAt(i + 1)));
                i += 2;
            } else {
                tokens.add(new Literal(c));
                i++;
            }
        }
        return tokens;
    }

    /** One step of the pattern: from the positions reached so far to those reached after it. */
    private interface Token {
        Token ANY = (reached, value) -> spread(reached, value, true);
        Token SEGMENT = (reached, value) -> spread(reached, value, false);

        BitSet advance(BitSet reached, String value);
    }

    private record Literal(char expected) implements Token {
        @Override
        public BitSet advance(BitSet reached, String value) {
            BitSet next = new BitSet(value.length() + 1);
            for (int at = reached.nextSetBit(0); at >= 0 && at < value.length(); at = reached.nextSetBit(at + 1)) {
                if (value.charAt(at) == expected) {
                    next.set(at + 1);
                }
            }
            return next;
        }
    }

    private static BitSet spread(BitSet reached, String value, boolean acrossSlashes) {
        BitSet next = new BitSet(value.length() + 1);
        boolean open = false;
        for (int at = 0; at <= value.length(); at++) {
            if (at > 0 && !acrossSlashes && value.charAt(at - 1) == '/') {
                open = false;
            }
            open |= reached.get(at);
            if (open) {
                next.set(at);
            }
        }
        return next;
    }
}
