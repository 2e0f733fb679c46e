package io.github.sre4j.advisor.narration;

import java.text.Normalizer;
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

    /** A number with its unit, if one follows: 2 s is not 2 ms. */
    private static final Pattern NUMBER = Pattern.compile(
            "(\\d+(?:[.,]\\d+)*)(?:\\s?(%|ms|µs|ns|s|min|h|seconds?|minutes?|hours?|milliseconds?|KB|MB|GB)(?![A-Za-z]))?");

    /** Numbers in words, which no fact holds: they are written in digits there. */
    private static final Pattern NUMBER_WORD = Pattern.compile(
            "(?i)\\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
                    + "|hundreds?|thousands?|millions?|dozens?|half|halves|twice|thrice|doubled?|tripled?|quarter|\\w+fold)\\b"
                    + "|[二三四五六七八九十百千万半数]+(?:倍|回|秒|分|割|件|つの|時間|リクエスト)|半分");

    /** A word with a capital inside a sentence: somebody's or something's name. */
    private static final Pattern PROPER = Pattern.compile("(?<=[a-z0-9,;:)] )[A-Z][a-z]+");

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
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return numbers(source).containsAll(numbers(plain))
                && found(NUMBER_WORD, plain).stream().allMatch(word -> isWhole(word, source))
                && found(PROPER, plain).stream().allMatch(word -> isWhole(word, source))
                && found(NAME, plain).stream().allMatch(name -> isWhole(name, source));
    }

    /** Whether it stands there as it is, and not as a part of a longer word. */
    private static boolean isWhole(String word, String source) {
        return Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(word) + "(?![A-Za-z0-9_])")
                .matcher(source)
                .find();
    }

    /** Numbers, and each with its unit once more: a text may leave a unit out, but not take another. */
    private static Set<String> numbers(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (matcher.find()) {
            String number = matcher.group(1).replace(",", "");
            found.add(number);
            if (matcher.group(2) != null) {
                found.add(number + " " + unit(matcher.group(2)));
            }
        }
        return found;
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "second", "seconds" -> "s";
            case "minute", "minutes" -> "min";
            case "hour", "hours" -> "h";
            case "millisecond", "milliseconds" -> "ms";
            default -> unit;
        };
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
