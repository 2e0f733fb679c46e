package io.github.sre4j.lint;

import io.github.sre4j.sli.EndpointPattern;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Whether patterns together match whatever another one matches: exact, by walking the automaton of the one beside the determinised automaton of
 * the others (J. E. Hopcroft and J. D. Ullman, "Introduction to Automata Theory, Languages, and Computation", 1979, chapter 3), looking for a
 * name that only the one accepts.
 */
final class Coverage {

    /** Patterns of endpoints need some hundreds of states; beyond this many nothing is claimed. */
    private static final int MOST_STATES = 20_000;

    private record State(int position, BitSet others) {}

    private final List<Glob> others;
    private final int[] offsets;
    private final BitSet accepting = new BitSet();

    private Coverage(List<Glob> others) {
        this.others = others;
        this.offsets = new int[others.size()];
        int next = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = next;
            next += others.get(i).steps().size() + 1;
            accepting.set(next - 1);
        }
    }

    /** Whether every name that {@code pattern} matches is matched by one of {@code others}; false also where that takes too long to find out. */
    static boolean covered(EndpointPattern pattern, List<EndpointPattern> others) {
        if (others.isEmpty()) {
            return false;
        }
        return new Coverage(others.stream().map(Glob::of).toList()).covers(Glob.of(pattern));
    }

    private boolean covers(Glob one) {
        char[] alphabet = alphabet(one);
        Set<State> seen = new HashSet<>();
        Queue<State> open = new ArrayDeque<>();
        BitSet first = new BitSet();
        for (int i = 0; i < offsets.length; i++) {
            others.get(i).enter(0, offsets[i], first);
        }
        BitSet start = new BitSet();
        one.enter(0, 0, start);
        add(start, first, seen, open);
        for (State state = open.poll(); state != null; state = open.poll()) {
            if (!state.others().intersects(accepting)
                    && state.position() == one.steps().size()) {
                return false;
            }
            if (state.others().isEmpty() || seen.size() > MOST_STATES) {
                return false;
            }
            for (char c : alphabet) {
                BitSet next = new BitSet();
                one.advance(state.position(), c, 0, next);
                if (!next.isEmpty()) {
                    add(next, advance(state.others(), c), seen, open);
                }
            }
        }
        return true;
    }

    private static void add(BitSet positions, BitSet others, Set<State> seen, Queue<State> open) {
        positions.stream().mapToObj(position -> new State(position, others)).forEach(state -> {
            if (seen.add(state)) {
                open.add(state);
            }
        });
    }

    private BitSet advance(BitSet reached, char c) {
        BitSet next = new BitSet();
        for (int i = 0; i < offsets.length; i++) {
            int end = offsets[i] + others.get(i).steps().size();
            for (int at = reached.nextSetBit(offsets[i]); at >= 0 && at < end; at = reached.nextSetBit(at + 1)) {
                others.get(i).advance(at - offsets[i], c, offsets[i], next);
            }
        }
        return next;
    }

    /** Every character that some pattern names, the slash, and one that stands for all the others. */
    private char[] alphabet(Glob one) {
        Set<Character> named = new LinkedHashSet<>(Set.of('/'));
        others.forEach(glob -> glob.steps().forEach(step -> named.add(step.literal())));
        one.steps().forEach(step -> named.add(step.literal()));
        char other = 'a';
        while (named.contains(other)) {
            other++;
        }
        named.add(other);
        char[] alphabet = new char[named.size()];
        int i = 0;
        for (char c : named) {
            alphabet[i++] = c;
        }
        return alphabet;
    }
}
