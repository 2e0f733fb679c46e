package io.github.sre4j.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell people that is not in a language yet: {@link Texts#say(Message)} words it. Whoever finds something out does not know who will read it, and
 * one run may be read in several languages. Immutable.
 *
 * @param room a class whose package has the words ({@code messages.properties} and its translations); null if {@code key} is the text itself
 * @param key which text; or the text itself, as somebody else wrote it
 * @param arguments what it is said of: texts, numbers, other messages, or lists of these, which are joined as the language joins
 */
public record Message(@Nullable Class<?> room, String key, List<Object> arguments) {

    /** Copies the list. */
    public Message {
        Objects.requireNonNull(key, "key");
        arguments = List.copyOf(arguments);
    }

    /**
     * A text of a room's bundle.
     *
     * @param room a class of the room
     * @param key the text's key
     * @param arguments texts, numbers, messages, collections of these; anything else is said as its {@code toString}
     */
    public static Message of(Class<?> room, String key, Object... arguments) {
        return new Message(
                room, key, Arrays.stream(arguments).map(Message::kept).toList());
    }

    /** A text that is the same in every language, because somebody else wrote it: a proxy, a parser, a source of one's own. */
    public static Message plain(String text) {
        return new Message(null, text, List.of());
    }

    /** What an exception has to tell: in any language if it can, else what it says. */
    public static Message of(Throwable failure) {
        if (failure instanceof LocalizedFailure worded) {
            return worded.said();
        }
        return failure instanceof IOException file
                ? FileFailure.message(file)
                : plain(String.valueOf(failure.getMessage()));
    }

    /** The same in English, for logs and for exceptions. */
    public String english() {
        return Texts.in(Locale.ENGLISH).say(this);
    }

    /** The same with whatever comes from outside made safe for a place: its texts, and those of the messages in it. */
    public Message with(UnaryOperator<String> escape) {
        return room == null
                ? plain(escape.apply(key))
                : new Message(
                        room,
                        key,
                        arguments.stream()
                                .map(argument -> escaped(argument, escape))
                                .toList());
    }

    private static Object escaped(Object argument, UnaryOperator<String> escape) {
        if (argument instanceof Message message) {
            return message.with(escape);
        }
        if (argument instanceof List<?> several) {
            return several.stream().map(each -> escaped(each, escape)).toList();
        }
        return argument instanceof String text ? escape.apply(text) : argument;
    }

    @Override
    public String toString() {
        return english();
    }

    private static Object kept(Object argument) {
        if (argument instanceof Collection<?> several) {
            return several.stream().map(Message::kept).toList();
        }
        return argument instanceof Number || argument instanceof Message ? argument : String.valueOf(argument);
    }
}
