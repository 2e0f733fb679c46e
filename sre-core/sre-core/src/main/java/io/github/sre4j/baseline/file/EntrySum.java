package io.github.sre4j.baseline.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digest of an entry over all its other fields. It shows that the entry is as it was written, not who wrote it: whoever wants to raise a baseline unseen has
 * to run code, not an editor.
 */
final class EntrySum {

    private static final int BYTES = 8;

    private EntrySum() {}

    /** Returns the digest of an entry. */
    static String of(ObjectNode entry) {
        return of(entry, "");
    }

    /** Returns whether an entry carries its own digest. */
    static boolean isOf(ObjectNode entry, String key) {
        return of(entry, key).equals(entry.path(key).asText(""));
    }

    private static String of(ObjectNode entry, String without) {
        Map<String, String> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : entry.properties()) {
            if (!field.getKey().equals(without)) {
                fields.put(field.getKey(), canonical(field.getValue()));
            }
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(fields.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Numbers in one form: 0.50 and 0.5 are one value. */
    private static String canonical(JsonNode value) {
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.toString();
    }
}
