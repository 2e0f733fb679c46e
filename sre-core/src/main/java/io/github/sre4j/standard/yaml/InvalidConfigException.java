package io.github.sre4j.standard.yaml;

import java.util.List;

/** A file cannot be used as it is. Carries every problem found in it. */
public final class InvalidConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    /**
     * Makes the exception; its message names the first problem and counts the others.
     *
     * @param problems what is wrong, not empty, in the order of the file
     */
    public InvalidConfigException(List<ConfigProblem> problems) {
        super(problems.get(0) + (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)"));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the file. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
