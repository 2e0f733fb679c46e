package io.github.sre4j.standard.yaml;

import java.util.List;

/** A file cannot be used as it is. Carries every problem found in it. */
public final class InvalidConfigException extends Exception {

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
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    private static String message(List<ConfigProblem> problems) {
        if (problems.size() == 1) {
            return problems.get(0).toString();
        }
        StringBuilder message = new StringBuilder().append(problems.size()).append(" problems");
        problems.stream()
                .limit(MOST_LISTED)
                .forEach(problem -> message.append("\n  ").append(problem));
        if (problems.size() > MOST_LISTED) {
            message.append("\n  and ").append(problems.size() - MOST_LISTED).append(" more");
        }
        return message.toString();
    }

    /** What is wrong, in the order of the file. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
