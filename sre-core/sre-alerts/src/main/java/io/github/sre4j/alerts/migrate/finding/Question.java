package io.github.sre4j.alerts.migrate.finding;

import java.util.List;

/**
 * Question that the mapping file answers.
 *
 * @param section section of the mapping file: {@code indices}, {@code fields} or {@code answers}
 * @param key key in that section
 * @param suggestions possible values, the likeliest first
 */
public record Question(String section, String key, List<String> suggestions) {

    /** Copies the list. */
    public Question {
        suggestions = List.copyOf(suggestions);
    }
}
