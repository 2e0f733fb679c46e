package io.github.sre4j.examples.fuzz;

import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.yaml.ProductYaml;
import io.github.sre4j.standard.yaml.StandardYaml;
import io.github.sre4j.standard.yaml.YamlPlaces;
import java.time.LocalDate;

/** Reads YAML: {@code a} and a product, or {@code b} and a standard. */
public final class YamlFuzz {

    private static final LocalDate TODAY = LocalDate.parse("2026-12-01");

    private YamlFuzz() {}

    /** Called by Jazzer before its clock runs: loads what the first input would wait for. */
    public static void fuzzerInitialize() throws Exception {
        fuzzerTestOneInput(new byte[] {'a'});
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        Target.expectSentences(
                input -> {
                    byte[] yaml = Scratch.rest(input);
                    if (Scratch.choice(input, 2) == 0) {
                        ProductYaml.read("sre.yaml", yaml, TODAY, DefaultStandard.get());
                    } else {
                        StandardYaml.read("sre-standard.yaml", yaml);
                    }
                },
                data);
        Target.expectSentences(input -> YamlPlaces.of("sre.yaml", Scratch.rest(input)), data);
    }
}
