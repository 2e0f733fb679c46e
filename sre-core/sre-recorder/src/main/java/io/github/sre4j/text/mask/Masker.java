package io.github.sre4j.text.mask;

import java.security.SecureRandom;
import java.util.List;

/**
 * Masks text: the same value gives the same placeholder. Maskers with a salt are immutable and thread-safe; one that numbers belongs to one thread.
 */
public final class Masker {

    /** Minimum length of a salt in bytes: a shorter one could be found by trying. */
    public static final int SALT_BYTES = 16;

    private final Placeholders placeholders;
    private final List<Rule> rules;

    private Masker(Placeholders placeholders, List<Rule> rules) {
        this.placeholders = placeholders;
        this.rules = rules;
    }

    /**
     * Returns a masker with that salt, to go on where another with the same salt stopped. Ids stay: by them events are joined.
     *
     * @param salt at least {@value #SALT_BYTES} secret random bytes; copied
     * @throws IllegalArgumentException if it is shorter
     */
    public static Masker salted(byte[] salt) {
        if (salt.length < SALT_BYTES) {
            throw new IllegalArgumentException("a salt of " + salt.length + " bytes is too short; give " + SALT_BYTES);
        }
        return new Masker(new SaltedPlaceholders(salt), Rules.SECRETS);
    }

    /** Returns a masker whose salt nobody knows. */
    public static Masker withRandomSalt() {
        return salted(newSalt());
    }

    /**
     * Returns a masker for texts that people read: its placeholders are numbered in the order of the texts ({@code [email-1]}), and long ids and numbers
     * are masked, too. Not thread-safe.
     */
    public static Masker numbered() {
        return new Masker(new NumberedPlaceholders(), Rules.SECRETS_AND_IDS);
    }

    /** Returns a random salt. */
    public static byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    /** Returns the text with everything recognised replaced; masking it once more changes nothing. */
    public String text(String text) {
        String before = text;
        String masked = once(text);
        // What was hidden by its neighbour may show once that one is masked; every round masks more, so there is a last
        // one.
        while (!masked.equals(before)) {
            before = masked;
            masked = once(masked);
        }
        return masked;
    }

    private String once(String text) {
        String masked = text;
        int triggers = MaskTriggers.of(text);
        for (Rule rule : rules) {
            if ((triggers & rule.needed()) == rule.needed()) {
                masked = rule.apply(masked, placeholders);
            }
        }
        return masked;
    }

    /**
     * Returns a placeholder for a value that is personal or secret as a whole, whatever its form.
     *
     * @param kind what it is, for people: lower-case letters
     * @param value the value
     */
    public String whole(String kind, String value) {
        return placeholders.of(kind, value);
    }

    /** Returns a text without the salt. */
    @Override
    public String toString() {
        return "a masker";
    }
}
