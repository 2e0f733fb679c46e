package io.github.sre4j.standard.yaml;

import io.github.sre4j.text.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Turns the bytes of a YAML file into its top mapping, or into problems with their places. */
final class YamlFile {

    private static final int MOST_BYTES = 1_000_000;

    /** The files need four levels; the parser recurses, so that thousands would exhaust the stack. */
    private static final int MOST_LEVELS = 20;

    private YamlFile() {}

    static Section open(String file, byte[] content, Problems problems) throws InvalidConfigException {
        return new Section(mapping(file, content, problems), "", problems);
    }

    /** The top mapping of a file, before anything in it is judged. */
    static MappingNode mapping(String file, byte[] content, Problems problems) throws InvalidConfigException {
        if (content.length > MOST_BYTES) {
            problems.at(1, 1, "", Message.of(StandardYaml.class, "file-too-long", content.length, MOST_BYTES));
            problems.throwIfAny();
        }
        Node root = root(file, text(content, problems), problems);
        if (root instanceof MappingNode mapping) {
            return mapping;
        }
        problems.at(root, "", Message.of(StandardYaml.class, "file-no-keys"));
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
            problems.at(1, 1, "", Message.of(StandardYaml.class, "file-no-utf8"));
            problems.throwIfAny();
            throw new IllegalStateException(e);
        }
    }

    private static Node root(String file, String text, Problems problems) throws InvalidConfigException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(20)
                .setAllowRecursiveKeys(false)
                .build();
        try {
            checkNesting(new Parse(settings).parseString(text), problems);
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isPresent()) {
                return node.get();
            }
            problems.at(1, 1, "", Message.of(StandardYaml.class, "file-empty"));
        } catch (ParserException e) {
            problems.at(e.getProblemMark(), "", Message.of(StandardYaml.class, "no-yaml", oneLine(e.getProblem())));
        } catch (MarkedYamlEngineException e) {
            boolean second = e.getProblem().startsWith("but found another document");
            problems.at(
                    e.getProblemMark(),
                    "",
                    second
                            ? Message.of(StandardYaml.class, "second-document")
                            : Message.of(
                                    StandardYaml.class,
                                    isOfStars(e) ? "no-yaml-stars" : "no-yaml",
                                    oneLine(e.getProblem())));
        } catch (YamlEngineException e) {
            problems.at(1, 1, "", Message.of(StandardYaml.class, "no-yaml", oneLine(String.valueOf(e.getMessage()))));
        }
        problems.throwIfAny();
        throw new IllegalStateException("unreachable: a problem was just added");
    }

    private static void checkNesting(Iterable<Event> events, Problems problems) throws InvalidConfigException {
        int level = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent) {
                level++;
            } else if (event instanceof CollectionEndEvent) {
                level--;
            }
            if (level > MOST_LEVELS) {
                problems.at(event.getStartMark(), "", Message.of(StandardYaml.class, "too-deep", MOST_LEVELS));
                problems.throwIfAny();
            }
            if (event instanceof NodeEvent node) {
                checkTag(node, problems);
            }
        }
    }

    /** A tag asks for a meaning of its own, which nothing here would give it. */
    private static void checkTag(NodeEvent event, Problems problems) {
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
        tag.ifPresent(written -> problems.at(event.getStartMark(), "", Message.of(StandardYaml.class, "tag", written)));
    }

    /** Patterns are full of stars, which mean something else to YAML at the beginning of a value. */
    private static boolean isOfStars(MarkedYamlEngineException e) {
        String context = e.getContext() == null ? "" : e.getContext();
        return context.contains("alias") || context.contains("anchor");
    }

    private static String oneLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
