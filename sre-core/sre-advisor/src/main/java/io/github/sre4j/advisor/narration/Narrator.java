package io.github.sre4j.advisor.narration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.advisor.narration.Narration.Outcome;
import io.github.sre4j.file.AtomicFile;
import io.github.sre4j.text.mask.Masker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has a model tell of candidates, within a cost cap, and keeps what is grounded. What was said of the same facts before is not asked again. Never
 * fails: where there is nothing to say, the template text stands alone. Not thread-safe.
 */
public final class Narrator {

    private static final int ANSWER_TOKENS = 600;

    /** Fewer characters a token than English has, so that the estimate errs on the dear side. */
    private static final int CHARACTERS_A_TOKEN = 3;

    private static final int LONGEST_FACT = 400;

    private final ChatEndpoint endpoint;
    private final Chat chat;
    private final @Nullable Path cache;
    private final Masker masker = Masker.withRandomSalt();
    private long left;

    /**
     * A narrator.
     *
     * @param endpoint whom to ask
     * @param maxTokens tokens to spend at most, over all candidates
     * @param cache folder for answers, or null to keep none
     */
    public Narrator(ChatEndpoint endpoint, long maxTokens, @Nullable Path cache) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
        this.chat = new Chat(endpoint);
        this.cache = cache;
        this.left = maxTokens;
    }

    /**
     * Words about a candidate.
     *
     * @param rank its rank
     * @param facts all that may be said of it, most telling first
     * @param language in which language, by its English name
     */
    public Narration tell(int rank, List<FactLine> facts, String language) {
        List<FactLine> fitting = fitting(facts);
        int leftOut = facts.size() - fitting.size();
        if (fitting.isEmpty()) {
            return told(rank, List.of(), Outcome.TOO_EXPENSIVE, 0, leftOut, 0);
        }
        String key = key(fitting, language);
        Optional<List<Sentence>> known = cached(key);
        if (known.isPresent()) {
            return judged(rank, fitting, new Chat.Answer(known.get(), true, 0), leftOut);
        }
        // A server that does not say what it used, or does not answer in time, is taken at the estimate.
        long expected = estimate(fitting);
        left -= expected;
        Optional<Chat.Answer> answer = chat.ask(fitting, language, ANSWER_TOKENS);
        if (answer.isEmpty()) {
            return told(rank, List.of(), Outcome.NO_ANSWER, 0, leftOut, 0);
        }
        left -= Math.max(0, answer.get().tokens() - expected);
        if (answer.get().readable()) {
            keep(key, answer.get().sentences());
        }
        return judged(rank, fitting, answer.get(), leftOut);
    }

    private Narration judged(int rank, List<FactLine> facts, Chat.Answer answer, int leftOut) {
        if (!answer.readable() || answer.sentences().isEmpty()) {
            return told(rank, List.of(), Outcome.NOT_READABLE, 0, leftOut, answer.tokens());
        }
        List<Sentence> kept = new Grounding(facts).kept(answer.sentences());
        int dropped = answer.sentences().size() - kept.size();
        boolean enough = dropped <= Grounding.MOST_DROPPED * answer.sentences().size();
        return told(
                rank,
                enough ? kept : List.of(),
                enough ? Outcome.TOLD : Outcome.NOT_GROUNDED,
                dropped,
                leftOut,
                answer.tokens());
    }

    private Narration told(int rank, List<Sentence> sentences, Outcome outcome, int dropped, int leftOut, long tokens) {
        return new Narration(rank, sentences, outcome, dropped, leftOut, endpoint.model(), Chat.PROMPT_VERSION, tokens);
    }

    /** As many facts as the cap allows, masked once more on their way out; none if it does not allow an answer. */
    private List<FactLine> fitting(List<FactLine> facts) {
        List<FactLine> fitting = new ArrayList<>();
        for (FactLine fact : facts) {
            String text = masker.text(plain(fact.text()));
            fitting.add(new FactLine(fact.id(), text));
            if (estimate(fitting) > left) {
                fitting.remove(fitting.size() - 1);
                break;
            }
        }
        return fitting;
    }

    /** One line without what could end a fence or hide text. */
    private static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").replace("```", " ");
        return line.length() > LONGEST_FACT ? line.substring(0, LONGEST_FACT) + "…" : line;
    }

    private static long estimate(List<FactLine> facts) {
        long characters = 900;
        for (FactLine fact : facts) {
            characters += fact.text().length() + 20;
        }
        return characters / CHARACTERS_A_TOKEN + ANSWER_TOKENS;
    }

    private Optional<List<Sentence>> cached(String key) {
        if (cache == null || !Files.exists(cache.resolve(key))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Chat.sentences(Chat.MAPPER.readTree(Files.readString(cache.resolve(key)))));
        } catch (IOException | IllegalArgumentException e) {
            // A damaged answer is asked for again.
            return Optional.empty();
        }
    }

    private void keep(String key, List<Sentence> sentences) {
        if (cache == null) {
            return;
        }
        ObjectNode root = Chat.MAPPER.createObjectNode();
        var list = root.putArray("sentences");
        for (Sentence sentence : sentences) {
            var facts = list.addObject().put("text", sentence.text()).putArray("facts");
            sentence.facts().forEach(facts::add);
        }
        try {
            byte[] text = root.toString().getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(cache.resolve(key), out -> out.write(text));
        } catch (IOException e) {
            // Then it is asked for again.
            return;
        }
    }

    private String key(List<FactLine> facts, String language) {
        StringBuilder all = new StringBuilder(Chat.PROMPT_VERSION)
                .append('\n')
                .append(endpoint.model())
                .append('\n')
                .append(language);
        facts.forEach(fact -> all.append('\n').append(fact.id()).append(' ').append(fact.text()));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest) + ".json";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
