package io.github.sre4j.standard.yaml;

import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;
import java.util.List;

/** A file cannot be used as it is. Carries every problem found in it. */
public final class InvalidConfigException extends Exception implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    /** How many problems the message lists. */
    public static final int MOST_LISTED = 20;

    private final transient List<ConfigProblem> problems;

    /**
     * Makes the exception; its message is the one problem, or lists them one a line, at most {@value #MOST_LISTED}.
     *
     * @param problems what is wrong, not empty, in the order of the file
     */
    public InvalidConfigException(List<ConfigProblem> problems) {
        super(said(problems).english());
        this.problems = List.copyOf(problems);
    }

    private static Message said(List<ConfigProblem> problems) {
        if (problems.size() == 1) {
            return problems.get(0).said();
        }
        Message said = Message.of(InvalidConfigException.class, "problems", problems.size());
        for (ConfigProblem problem : problems.subList(0, Math.min(MOST_LISTED, problems.size()))) {
            said = Message.of(InvalidConfigException.class, "problems.listed", said, problem.said());
        }
        return problems.size() <= MOST_LISTED
                ? said
                : Message.of(InvalidConfigException.class, "problems.more", said, problems.size() - MOST_LISTED);
    }

    @Override
    public Message said() {
        return said(problems);
    }

    /** What is wrong, in the order of the file. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
