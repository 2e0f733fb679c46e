package io.github.sre4j.text;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The words of one language. Every text is a whole sentence or label of its own in the bundle; code never glues words together.
 *
 * <p>Arguments are inserted as they are given: whoever passes text from telemetry has escaped it for its place.
 */
public final class Texts {

    private static final String BUNDLE = "io.github.sre4j.text.messages";
    private static final Map<String, Locale> LANGUAGES = Map.of("en", Locale.ENGLISH, "ja", Locale.JAPANESE);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this(locale, BUNDLE, Texts.class.getClassLoader());
    }

    private Texts(Locale locale, String bundle, ClassLoader loader) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                bundle,
                locale,
                loader,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The words of another room, in the same language.
     *
     * @param room a class of the room: its package holds {@code messages.properties} and {@code messages_ja.properties}
     */
    public Texts of(Class<?> room) {
        return new Texts(locale, room.getPackageName() + ".messages", room.getClassLoader());
    }

    /** The words of a language; English for any that is not there. */
    public static Texts in(Locale locale) {
        return new Texts(LANGUAGES.getOrDefault(locale.getLanguage(), Locale.ENGLISH));
    }

    /**
     * The words of the language a user asked for.
     *
     * @param language {@code en} or {@code ja}
     * @throws IllegalArgumentException if it is another; the message names both
     */
    public static Texts of(String language) {
        Locale locale = LANGUAGES.get(language.strip().toLowerCase(Locale.ROOT));
        if (locale == null) {
            throw new InvalidInputException(Message.of(Texts.class, "language.unknown", language, List.of("en", "ja")));
        }
        return new Texts(locale);
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** Numbers, durations and dates in this language. */
    public Formats formats() {
        return new Formats(locale);
    }

    /**
     * A text with its arguments.
     *
     * @throws java.util.MissingResourceException if there is no such key: a defect of ours that a test finds
     */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(Objects.requireNonNull(key, "key"));
        return new MessageFormat(pattern, locale).format(arguments);
    }

    /** The pattern of a text, for whoever writes it again and again. A new one at each call, as patterns are not safe for several threads. */
    public MessageFormat pattern(String key) {
        return new MessageFormat(bundle.getString(Objects.requireNonNull(key, "key")), locale);
    }

    /** A message in this language. What it holds from outside is not escaped: whoever shows it does that. */
    public String say(Message message) {
        Class<?> room = message.room();
        return room == null
                ? message.key()
                : of(room).get(
                                message.key(),
                                message.arguments().stream().map(this::argument).toArray());
    }

    private Object argument(Object argument) {
        if (argument instanceof Message message) {
            return say(message);
        }
        if (argument instanceof Instant instant) {
            return formats().instant(instant);
        }
        if (argument instanceof Duration duration) {
            return formats().duration(duration);
        }
        return argument instanceof List<?> several
                ? several.stream().map(each -> String.valueOf(argument(each))).collect(Collectors.joining(joint()))
                : argument;
    }

    private String joint() {
        return new Texts(locale).get("list.separator");
    }
}
