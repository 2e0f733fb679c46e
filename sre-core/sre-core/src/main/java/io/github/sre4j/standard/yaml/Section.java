package io.github.sre4j.standard.yaml;

import io.github.sre4j.telemetry.provider.ConfigSection;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a file, read strictly: each key is asked for by name, and a key nobody asked for is a problem. Wrong values become problems
 * and read as absent, so that reading goes on and finds the next.
 */
final class Section implements ConfigSection {

    private final MappingNode mapping;
    private final String path;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    Section(MappingNode mapping, String path, Problems problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                problems.at(key, path, Message.of(StandardYaml.class, "key-no-word"));
            } else if (values.containsKey(scalar.getValue())) {
                problems.at(key, at(scalar.getValue()), Message.of(StandardYaml.class, "key-twice"));
            } else {
                values.put(scalar.getValue(), tuple.getValueNode());
            }
        }
    }

    /** Reports every key that is not one of these. */
    @Override
    public void allowOnly(String... keys) {
        List<String> allowed = List.of(keys);
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && !allowed.contains(key.getValue())) {
                Optional<String> meant = NearMiss.of(key.getValue(), allowed);
                problems.at(
                        key,
                        at(key.getValue()),
                        meant.isPresent()
                                ? Message.of(StandardYaml.class, "key-misspelt", meant.get(), allowed)
                                : Message.of(StandardYaml.class, "key-unknown", allowed));
            }
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean isEmptyList(String key) {
        return values.get(key) instanceof SequenceNode sequence
                && sequence.getValue().isEmpty();
    }

    /** Text of any scalar, as written. */
    @Override
    public Optional<String> text(String key) {
        return parsed(key, Function.identity());
    }

    Optional<String> requiredText(String key, Message what) {
        return required(key, what) ? text(key) : Optional.empty();
    }

    /** A scalar that a function understands; what the function throws becomes the problem. */
    @Override
    public <T> Optional<T> parsed(String key, Function<String, T> parser) {
        Node node = values.get(key);
        return node == null
                ? Optional.empty()
                : scalar(node, at(key)).flatMap(text -> parse(node, at(key), text, parser));
    }

    @Override
    public <T> Optional<T> requiredParsed(String key, Message what, Function<String, T> parser) {
        return required(key, what) ? parsed(key, parser) : Optional.empty();
    }

    /** A list of scalars, or one scalar in place of a list of one. */
    @Override
    public <T> List<T> listOf(String key, Function<String, T> parser) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        List<Node> items = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        List<T> result = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            String itemPath = node instanceof SequenceNode ? at(key) + "[" + i + "]" : at(key);
            scalar(item, itemPath)
                    .flatMap(text -> parse(item, itemPath, text, parser))
                    .ifPresent(result::add);
        }
        return result;
    }

    @Override
    public Optional<Section> section(String key) {
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode inner) {
            return Optional.of(new Section(inner, at(key), problems));
        }
        problems.at(node, at(key), Message.of(StandardYaml.class, "keys-expected"));
        return Optional.empty();
    }

    List<Section> sections(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.at(node, at(key), Message.of(StandardYaml.class, "list-expected"));
            return List.of();
        }
        List<Section> result = new ArrayList<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            Node item = sequence.getValue().get(i);
            if (item instanceof MappingNode inner) {
                result.add(new Section(inner, at(key) + "[" + i + "]", problems));
            } else {
                problems.at(item, at(key) + "[" + i + "]", Message.of(StandardYaml.class, "entry-expected"));
            }
        }
        return result;
    }

    /** Whether the key is there; if not, that is a problem, unless it was merely misspelt: then that is said already. */
    boolean required(String key, Message what) {
        boolean misspelt = values.keySet().stream()
                .anyMatch(written -> NearMiss.of(written, List.of(key)).isPresent());
        if (!values.containsKey(key) && !misspelt) {
            problems.at(mapping, at(key), Message.of(StandardYaml.class, "missing", what));
        }
        return values.containsKey(key);
    }

    /** Reports something about a key's value, or about the section if the key is missing. */
    @Override
    public void problem(String key, Message message) {
        problems.at(values.getOrDefault(key, mapping), at(key), message);
    }

    private <T> Optional<T> parse(Node node, String key, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            problems.at(node, key, Message.of(e));
            return Optional.empty();
        }
    }

    private Optional<String> scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar
                && !scalar.getTag().equals(Tag.NULL)
                && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        problems.at(
                node,
                key,
                Message.of(StandardYaml.class, node instanceof ScalarNode ? "value-empty" : "value-expected"));
        return Optional.empty();
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    @Override
    public String toString() {
        return path + values.keySet().stream().collect(Collectors.joining(", ", "{", "}"));
    }
}
