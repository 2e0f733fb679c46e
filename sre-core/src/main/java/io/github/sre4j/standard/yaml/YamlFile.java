package io.github.sre4j.standard.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Turns the bytes of a YAML file into its top mapping, or into problems with their places. */
final class YamlFile {

    private static final int MOST_CHARACTERS = 1_000_000;

    private YamlFile() {}

    static Section open(String file, byte[] content, Problems problems) throws InvalidConfigException {
        Node root = root(file, text(content, problems), problems);
        if (root instanceof MappingNode mapping) {
            return new Section(mapping, "", problems);
        }
        problems.at(root, "", "the file must hold keys with values, such as 'name: value'");
        problems.throwIfAny();
        throw new IllegalStateException("unreachable: a problem was just added");
    }

    private static String text(byte[] content, Problems problems) throws InvalidConfigException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            problems.at(1, 1, "", "the file is not UTF-8 text; save it as UTF-8");
            problems.throwIfAny();
            throw new IllegalStateException(e);
        }
    }

    private static Node root(String file, String text, Problems problems) throws InvalidConfigException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MOST_CHARACTERS)
                .setMaxAliasesForCollections(20)
                .setAllowRecursiveKeys(false)
                .build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isPresent()) {
                return node.get();
            }
            problems.at(1, 1, "", "the file is empty");
        } catch (ParserException e) {
            problems.at(e.getProblemMark(), "", "this is not valid YAML: " + oneLine(e.getProblem()));
        } catch (MarkedYamlEngineException e) {
            boolean second = e.getProblem().startsWith("but found another document");
            problems.at(
                    e.getProblemMark(),
                    "",
                    second
                            ? "a second document begins here; keep one document a file"
                            : "this is not valid YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            problems.at(1, 1, "", "this is not valid YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
        problems.throwIfAny();
        throw new IllegalStateException("unreachable: a problem was just added");
    }

    private static String oneLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
