package io.github.sre4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.Modules;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word per concept: the words that the glossary replaces are in no message. */
class GlossaryTest {

    /** Words of the glossary's column "not", metaphors, personification, and British spelling. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(nobody|somebody|whoever|whatever|hardly|gives? back|given back|at hand|beside|mend(s|ed)?|repair(s|ed)?"
                    + "|out of reach|in flight|off the list|set aside|as good as|anew|miss(es|ed)?|undecided|judged?|stands"
                    + "|lies?|tells|told|asks?|asked|says?|folder|answers?|answered|licence|colour|organisation|behaviour"
                    + "|recognised|please|perhaps|but for|one's|beyond chance|goes on|taken for|wants|refuses)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern JAPANESE =
            Pattern.compile("標準|利用者|索引|未判定|判定不能|サーバ(?!ー)|ユーザ(?!ー)|フォルダ|尋ね|問い合わせ|代役|行列|物語|答え|反映待ち|許容値");

    @Test
    void bundles_use_the_words_of_the_glossary() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path bundle : bundles()) {
            Pattern banned = bundle.getFileName().toString().contains("_ja") ? JAPANESE : ENGLISH;
            Properties texts = read(bundle);
            for (String key : texts.stringPropertyNames()) {
                if (banned.matcher(texts.getProperty(key)).find()) {
                    found.put(bundle.getParent().getFileName() + ":" + key, texts.getProperty(key));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> bundles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path module : Modules.published()) {
            Path resources = module.resolve("src/main/resources");
            if (Files.isDirectory(resources)) {
                try (Stream<Path> files = Files.walk(resources)) {
                    files.filter(file -> file.getFileName().toString().matches("messages(_ja)?\\.properties"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
