package io.github.sre4j.report.html;

import io.github.sre4j.text.TextEscaping;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML. Every text and every attribute value is made safe here: markup characters become entities, and characters that control, hide or
 * reorder text become {@code U+FFFD}. Names of elements and attributes come from code alone. Not thread-safe.
 */
public final class HtmlWriter {

    private static final Set<String> VOID = Set.of("meta", "input");

    /** HTML lets their ends be left out (WHATWG HTML, section 13.1.2.4). In a table of 300 endpoints that is a twentieth of the page. */
    private static final Set<String> ENDED_BY_WHAT_FOLLOWS =
            Set.of("td", "th", "tr", "tbody", "thead", "dt", "dd", "li");

    private final StringBuilder out = new StringBuilder(1 << 15);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param element its name
     * @param attributes names and values in turn; a name alone at the end is an attribute without value
     * @return this writer
     */
    public HtmlWriter open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], i + 1 < attributes.length ? attributes[i + 1] : "");
        }
        out.append('>');
        if (!VOID.contains(element)) {
            open.push(element);
        }
        return this;
    }

    /** Writes a shape of SVG: an element without content. */
    public HtmlWriter shape(String element, String... attributes) {
        open(element, attributes);
        open.pop();
        out.insert(out.length() - 1, out.charAt(out.length() - 2) == '"' ? "/" : " /");
        return this;
    }

    /**
     * Ends the element begun last.
     *
     * @throws IllegalStateException if none is open
     */
    public HtmlWriter close() {
        if (open.isEmpty()) {
            throw new IllegalStateException("no element is open");
        }
        String element = open.pop();
        if (!ENDED_BY_WHAT_FOLLOWS.contains(element)) {
            out.append("</").append(element).append('>');
        }
        return this;
    }

    /** Writes text. */
    public HtmlWriter text(String text) {
        escape(text);
        return this;
    }

    /** Writes an element that holds nothing but text. */
    public HtmlWriter leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** Writes script or style of our own, whose only danger would be to end its element. */
    HtmlWriter code(String element, String code) {
        if (code.contains("</")) {
            throw new IllegalArgumentException("this would end the " + element + " element");
        }
        out.append('<').append(element).append('>').append(code);
        out.append("</").append(element).append('>');
        return this;
    }

    /**
     * Everything written.
     *
     * @throws IllegalStateException if an element is still open
     */
    public String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name);
        if (!value.isEmpty()) {
            boolean bare = value.chars().allMatch(HtmlWriter::plain);
            out.append(bare ? "=" : "=\"");
            escape(value);
            out.append(bare ? "" : "\"");
        }
    }

    /** HTML lets values of such characters stand without quotes, which 300 endpoints with their pictures notice. */
    private static boolean plain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    }

    private void escape(String text) {
        String safe = TextEscaping.printable(text);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }
}
