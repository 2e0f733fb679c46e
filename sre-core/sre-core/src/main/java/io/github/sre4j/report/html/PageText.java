package io.github.sre4j.report.html;

import io.github.sre4j.assess.Verdict;
import io.github.sre4j.report.NextSteps;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.SliSentences;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.Locale;

/** The words of the page in one language. What comes from telemetry is cut to what a reader can take in; {@link HtmlWriter} escapes it. */
final class PageText {

    private final Texts own;
    private final Sentences sentences;
    private final SliSentences slis;
    private final NextSteps next;
    private final Formats formats;

    PageText(Texts texts) {
        this.own = texts.of(PageText.class);
        this.sentences = new Sentences(texts, TextEscaping::forTerminal);
        this.slis = new SliSentences(texts);
        this.next = new NextSteps(texts, sentences);
        this.formats = texts.formats();
    }

    /** A text of this room's bundle. */
    String own(String key, Object... arguments) {
        return own.get(key, arguments);
    }

    /** Words that can stand inside a sentence, as a sentence of their own. */
    String sentence(String words) {
        int first = words.offsetByCodePoints(0, 1);
        return own.get("sentence", words.substring(0, first).toUpperCase(own.locale()) + words.substring(first));
    }

    String name(String fromOutside) {
        return TextEscaping.forTerminal(fromOutside);
    }

    String verdict(Verdict verdict) {
        return own.get("verdict." + id(verdict));
    }

    String sli(SliKind kind) {
        return own.get("sli." + kind.id());
    }

    Sentences sentences() {
        return sentences;
    }

    SliSentences slis() {
        return slis;
    }

    NextSteps next() {
        return next;
    }

    Formats formats() {
        return formats;
    }

    /** The verdict as a class name. */
    static String id(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
