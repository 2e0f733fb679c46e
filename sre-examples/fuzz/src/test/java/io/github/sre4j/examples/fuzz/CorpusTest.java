package io.github.sre4j.examples.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every input that was ever worth keeping, and inputs a few bytes away from them: the same ones in every build, for a second or two each. */
class CorpusTest {

    private static final Path CORPUS = Path.of("corpus");
    private static final Duration LONGEST_INPUT = Duration.ofSeconds(5);
    private static final long MUTATION_NANOS = Duration.ofMillis(1_500).toNanos();
    private static final String[] TOKENS = {
        "null",
        "-1",
        "1e999",
        "1e-99999",
        "\"\"",
        "[]",
        "{}",
        "[[",
        "{{",
        "\u0000",
        "\uFFFD",
        "'",
        "\"",
        "\\",
        "%zz",
        "\n",
        "--- ",
        "9223372036854775808",
        "NaN",
        "0x",
        "${",
        "&a",
        "*a",
        "/*",
        "*/",
        "\"\"\"",
        "@",
        "<![CDATA["
    };

    private static List<Path> corpus(Target target) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(target.id()))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void reads_the_corpus_or_says_why_not(Target target) throws IOException {
        assertThat(corpus(target)).isNotEmpty();
        for (Path file : corpus(target)) {
            run(target, Files.readAllBytes(file), file.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void reads_mutations_of_the_corpus_or_says_why_not(Target target) throws IOException {
        Random random = new Random(7);
        List<Path> files = corpus(target);
        long end = System.nanoTime() + MUTATION_NANOS;
        for (int round = 0; System.nanoTime() < end; round++) {
            byte[] data = Files.readAllBytes(files.get(round % files.size()));
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                data = mutation(data, random);
            }
            run(target, data, "mutation " + round + " of " + files.get(round % files.size()));
        }
    }

    private static void run(Target target, byte[] data, String what) {
        long begin = System.nanoTime();
        assertThatCode(() -> target.run(data))
                .as(() -> what + ": " + Arrays.toString(data))
                .doesNotThrowAnyException();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(what).isLessThan(LONGEST_INPUT);
    }

    /** The first byte stays: it chooses the format. */
    private static byte[] mutation(byte[] data, Random random) {
        if (data.length < 3) {
            return data;
        }
        int at = 1 + random.nextInt(data.length - 2);
        int to = at + random.nextInt(Math.min(20, data.length - at));
        byte[] middle = switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 -> TOKENS[random.nextInt(TOKENS.length)].getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case 3 -> Arrays.copyOfRange(data, at, Math.min(data.length, at + 40));
            default -> Arrays.copyOfRange(data, to, data.length);
        };
        byte[] mutated = new byte[at + middle.length + data.length - to];
        System.arraycopy(data, 0, mutated, 0, at);
        System.arraycopy(middle, 0, mutated, at, middle.length);
        System.arraycopy(data, to, mutated, at + middle.length, data.length - to);
        return mutated;
    }
}
