package io.github.sre4j.improve.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides which sentences may stand: those that cite a fact, and say no number, name or path that is not in what they cite. */
final class Grounding {

    /** If more than this share of the sentences goes, what is left is not worth reading. */
    static final double MOST_DROPPED = 0.3;

    private static final int LONGEST = 400;
    private static final int MOST_SENTENCES = 8;

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    /** Whatever looks like code: a name with an inner capital, dot, slash, underscore or sign, or a call. */
    private static final Pattern NAME = Pattern.compile(
            "[\\w$@./:#{}-]*(?:[a-z0-9][A-Z]|[A-Za-z0-9][._/$#@]|[_/@$])[\\w$@./:#{}-]*\\w|\\w+\\(\\)|[A-Z]{2,}\\w*");

    /** Links, pictures and code that a reader might follow or run are ours to write. */
    private static final Pattern MARKUP = Pattern.compile("https?:|www\\.|!\\[|]\\(|<[a-zA-Z/!]|```|`");

    private final Map<String, String> facts = new HashMap<>();

    Grounding(List<FactLine> facts) {
        facts.forEach(fact -> this.facts.put(fact.id(), fact.text()));
    }

    /** The sentences that may stand. */
    List<Sentence> kept(List<Sentence> all) {
        List<Sentence> kept = new ArrayList<>();
        for (Sentence sentence : all.subList(0, Math.min(MOST_SENTENCES, all.size()))) {
            if (grounded(sentence)) {
                kept.add(sentence);
            }
        }
        return kept;
    }

    private boolean grounded(Sentence sentence) {
        String text = sentence.text().strip();
        if (text.isEmpty()
                || text.length() > LONGEST
                || sentence.facts().isEmpty()
                || !facts.keySet().containsAll(sentence.facts())
                || MARKUP.matcher(text).find()
                || text.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        StringBuilder cited = new StringBuilder();
        sentence.facts().forEach(id -> cited.append(facts.get(id)).append('\n'));
        String source = cited.toString();
        return numbers(source).containsAll(numbers(text))
                && names(text).stream().allMatch(source::contains);
    }

    private static Set<String> numbers(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group().replace(",", ""));
        }
        return found;
    }

    private static Set<String> names(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
