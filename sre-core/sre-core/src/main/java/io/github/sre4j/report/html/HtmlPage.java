package io.github.sre4j.report.html;

import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * The frame of a page: style, script, and a policy under which nothing else can run or be loaded. Immutable and thread-safe.
 *
 * <p>The policy names style and script by their SHA-256 (W3C Content Security Policy Level 3, section 2.3.1), so that a browser refuses any
 * other, whatever may get into the page.
 */
public final class HtmlPage {

    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");

    private final Texts texts;

    /** A frame for pages in that language. */
    public HtmlPage(Texts texts) {
        this.texts = texts;
    }

    /**
     * Renders a page.
     *
     * @param title its title; untrusted text is made safe
     * @param body writes what is in the body, leaving no element open
     */
    public String render(String title, Consumer<HtmlWriter> body) {
        return render(title, "", body);
    }

    /**
     * Renders a page with style rules of its own.
     *
     * @param title its title; untrusted text is made safe
     * @param rules CSS of our own, nothing from outside
     * @param body writes what is in the body, leaving no element open
     */
    public String render(String title, String rules, Consumer<HtmlWriter> body) {
        String style = STYLE + rules;
        String policy = "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(SCRIPT)
                + "; base-uri 'none'; form-action 'none'";
        HtmlWriter html = new HtmlWriter();
        html.open("html", "lang", texts.locale().getLanguage());
        html.open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.open("meta", "name", "referrer", "content", "no-referrer");
        html.leaf("title", title);
        html.code("style", style);
        html.close();
        html.open("body");
        body.accept(html);
        html.code("script", SCRIPT);
        html.close().close();
        return "<!DOCTYPE html>\n" + html.finish() + "\n";
    }

    private static String hash(String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the library is incomplete: " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
