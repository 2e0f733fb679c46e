package io.github.sre4j.text.mask;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Masks text with one salt: the same value gives the same placeholder. Immutable and thread-safe. */
public final class Masker {

    /** The shortest salt, in bytes, that nobody tries through. */
    public static final int SALT_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";

    /** 48 bits: among a million different values of a kind, two share a placeholder once in 500 times. */
    private static final int SHOWN_BYTES = 6;

    private final SecretKeySpec key;

    private Masker(byte[] salt) {
        this.key = new SecretKeySpec(salt, ALGORITHM);
    }

    /**
     * A masker with that salt, to go on where another with the same salt stopped.
     *
     * @param salt at least {@value #SALT_BYTES} secret random bytes; copied
     * @throws IllegalArgumentException if it is shorter
     */
    public static Masker salted(byte[] salt) {
        if (salt.length < SALT_BYTES) {
            throw new IllegalArgumentException("a salt of " + salt.length + " bytes is too short; give " + SALT_BYTES);
        }
        return new Masker(salt);
    }

    /** A masker whose salt nobody knows. */
    public static Masker withRandomSalt() {
        return new Masker(newSalt());
    }

    /** A random salt. */
    public static byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    /** The text with everything recognised replaced; masking it once more changes nothing. */
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
        for (Rule rule : Rules.ALL) {
            masked = rule.apply(masked, this);
        }
        return masked;
    }

    /**
     * A placeholder for a value that is personal or secret as a whole, whatever its form.
     *
     * @param kind what it is, for people: lower-case letters
     */
    public String whole(String kind, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] digest = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return "[" + kind + ":" + HexFormat.of().formatHex(digest, 0, SHOWN_BYTES) + "]";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Without the salt. */
    @Override
    public String toString() {
        return "a masker";
    }
}
