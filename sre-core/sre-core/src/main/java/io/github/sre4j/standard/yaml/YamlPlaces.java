package io.github.sre4j.standard.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where the values of a file stand, by the paths that {@link ConfigProblem#key()} uses. Immutable and thread-safe. */
public final class YamlPlaces {

    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d{1,6})\\]");

    private final String file;
    private final @Nullable MappingNode top;

    private YamlPlaces(String file, @Nullable MappingNode top) {
        this.file = file;
        this.top = top;
    }

    /**
     * The places of a file. A file that cannot be read has none but its beginning.
     *
     * @param file its name, for the places
     * @param content its bytes, UTF-8
     */
    public static YamlPlaces of(String file, byte[] content) {
        try {
            return new YamlPlaces(file, YamlFile.mapping(file, content, new Problems(file)));
        } catch (InvalidConfigException e) {
            return new YamlPlaces(file, null);
        }
    }

    /** The beginning of the file. */
    public Place beginning() {
        return new Place(file, 1, 1);
    }

    /**
     * Where a value begins.
     *
     * @param key its path, such as {@code classes[0].latency.within}; a list of one that is written as a single value has no {@code [0]}
     * @return the place; empty if the file has no such value
     */
    public Optional<Place> of(String key) {
        Node node = top;
        Matcher step = STEP.matcher(key);
        int end = 0;
        while (node != null && end < key.length()) {
            if (!step.find() || step.start() != end) {
                return Optional.empty();
            }
            end = step.end();
            node = step.group(1) != null ? value(node, step.group(1)) : item(node, Integer.parseInt(step.group(2)));
        }
        return Optional.ofNullable(node)
                .flatMap(Node::getStartMark)
                .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1));
    }

    private static @Nullable Node value(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key)) {
                    return tuple.getValueNode();
                }
            }
        }
        return null;
    }

    private static @Nullable Node item(Node node, int index) {
        return node instanceof SequenceNode sequence
                        && index < sequence.getValue().size()
                ? sequence.getValue().get(index)
                : null;
    }
}
