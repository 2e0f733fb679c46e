package io.github.sre4j.text.mask;

/** Gives a value its placeholder: the same one for the same value and kind. */
@FunctionalInterface
interface Placeholders {

    /**
     * Returns the placeholder of a value.
     *
     * @param kind what the value is, in lower-case letters
     * @param value the value
     */
    String of(String kind, String value);
}
