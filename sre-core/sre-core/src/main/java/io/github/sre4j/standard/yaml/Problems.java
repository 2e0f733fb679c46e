package io.github.sre4j.standard.yaml;

import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Gathers what is wrong in one file. */
final class Problems {

    private final String file;
    private final List<ConfigProblem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void at(Node node, String key, Message message) {
        at(node.getStartMark(), key, message);
    }

    void at(Optional<Mark> mark, String key, Message message) {
        at(mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, key, message);
    }

    void at(int line, int column, String key, Message message) {
        found.add(new ConfigProblem(file, line, column, key, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void throwIfAny() throws InvalidConfigException {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(ConfigProblem::line).thenComparingInt(ConfigProblem::column));
            throw new InvalidConfigException(found);
        }
    }
}
