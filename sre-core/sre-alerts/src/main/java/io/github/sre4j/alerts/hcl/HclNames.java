package io.github.sre4j.alerts.hcl;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.zip.CRC32;

/** Names of resources: ASCII, stable over runs, and different for different texts. */
public final class HclNames {

    private static final int MAX_LENGTH = 48;

    private HclNames() {}

    /**
     * Returns a name that Terraform accepts. Where letters get lost, a short hash of the text keeps names apart.
     *
     * @param text any text, such as the name of a service
     */
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        boolean lossless = slug.replace('_', '-').equals(text) || slug.equals(text);
        if (slug.length() > MAX_LENGTH) {
            slug = slug.substring(0, MAX_LENGTH).replaceAll("_+$", "");
        }
        if (slug.isEmpty() || Character.isDigit(slug.charAt(0))) {
            slug = slug.isEmpty() ? "x" : "x_" + slug;
        }
        return lossless && slug.length() <= MAX_LENGTH ? slug : slug + "_" + hash(text);
    }

    private static String hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
