package io.github.sre4j.trace.render;

import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.place.SourcePlace;
import io.github.sre4j.trace.story.Arg;
import io.github.sre4j.trace.story.StoryLine;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes lines of stories in one language and style. Keeps what it has parsed; not thread-safe. */
public final class StoryText {

    private final Texts texts;
    private final Formats formats;
    private final Style style;
    private final Map<String, MessageFormat> patterns = new HashMap<>();

    /**
     * Writes in a language, for a place.
     *
     * @param texts of any bundle of the language
     * @param style of the place
     */
    public StoryText(Texts texts, Style style) {
        this.texts = texts.of(Trace.class);
        this.formats = texts.formats();
        this.style = style;
    }

    /** The sentence of a line. */
    public String of(StoryLine line) {
        return sentence(line.key(), line.values());
    }

    /** A text of the bundle with values. */
    public String sentence(String key, List<Arg> values) {
        Object[] arguments = new Object[values.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value(values.get(i));
        }
        return patterns.computeIfAbsent(key, texts::pattern).format(arguments);
    }

    /** A title or label of the bundle. */
    public String label(String key) {
        return style.own(texts.get(key));
    }

    private String value(Arg arg) {
        if (arg instanceof Arg.Time time) {
            return style.value(formats.duration(Duration.ofNanos(time.nanos())));
        }
        if (arg instanceof Arg.Count count) {
            return formats.count(count.count());
        }
        if (arg instanceof Arg.Share share) {
            return style.value(formats.percent(Math.round(share.ratio() * 1000) / 1000.0));
        }
        if (arg instanceof Arg.Plain plain) {
            return Long.toString(plain.value());
        }
        if (arg instanceof Arg.Moment moment) {
            return formats.instant(Instant.ofEpochSecond(0, moment.epochNanos()));
        }
        if (arg instanceof Arg.Name name) {
            return style.name(name.text());
        }
        if (arg instanceof Arg.Words words) {
            return style.words(words.text());
        }
        if (arg instanceof Arg.Source source) {
            SourcePlace place = source.place();
            return style.place(place.name() + " (" + place.file() + ":" + place.line() + ")", place.url());
        }
        if (arg instanceof Arg.Label label) {
            return texts.get(label.key());
        }
        if (arg instanceof Arg.Phrase phrase) {
            return sentence(phrase.key(), phrase.values());
        }
        return ((Arg.Items) arg)
                .items().stream().map(this::value).collect(Collectors.joining(texts.get("list.separator")));
    }
}
