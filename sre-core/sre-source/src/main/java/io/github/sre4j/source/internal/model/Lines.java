package io.github.sre4j.source.internal.model;

/**
 * Where something stands, in line numbers from 1.
 *
 * @param at the line of its name
 * @param first its first line, annotations included
 * @param last its last line
 */
public record Lines(int at, int first, int last) {

    /** Whether a line lies inside. */
    public boolean contain(int line) {
        return first <= line && line <= last;
    }
}
