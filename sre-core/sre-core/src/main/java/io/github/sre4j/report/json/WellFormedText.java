package io.github.sre4j.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

/** Makes nodes whose text every JSON parser takes: half a surrogate pair, which strict ones refuse, becomes U+FFFD. */
final class WellFormedText extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    @Override
    public TextNode textNode(String text) {
        return super.textNode(text.codePoints().anyMatch(WellFormedText::half) ? repaired(text) : text);
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder();
        text.codePoints().forEach(c -> repaired.appendCodePoint(half(c) ? 0xFFFD : c));
        return repaired.toString();
    }

    private static boolean half(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
