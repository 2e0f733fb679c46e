package io.github.sre4j.text.mask;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Placeholders such as {@code [email:5d41402abc4b]}, made with a secret salt. Immutable and thread-safe. */
final class SaltedPlaceholders implements Placeholders {

    private static final String ALGORITHM = "HmacSHA256";

    /** 48 bits: among a million different values of a kind, two share a placeholder once in 500 times. */
    private static final int SHOWN_BYTES = 6;

    private final SecretKeySpec key;

    SaltedPlaceholders(byte[] salt) {
        this.key = new SecretKeySpec(salt, ALGORITHM);
    }

    @Override
    public String of(String kind, String value) {
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
}
