package io.github.sre4j.maven;

import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** A goal cannot do its work. Whoever runs the goal says so in its language. */
final class GoalException extends MojoExecutionException implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    private GoalException(Message said, @Nullable Throwable cause) {
        super(said.english(), cause);
        this.said = said;
    }

    /** One sentence of this room. */
    static GoalException of(String key, Object... arguments) {
        return new GoalException(Message.of(GoalException.class, key, arguments), null);
    }

    /** What an exception says. */
    static GoalException of(Exception cause) {
        return new GoalException(Message.of(cause), cause);
    }

    /** What an exception says about a setting. */
    static GoalException of(String setting, Exception cause) {
        return new GoalException(Message.of(GoalException.class, "setting", setting, Message.of(cause)), cause);
    }

    /** The same for Maven. It comes without causes, since Maven would append what they say in their language; whoever wants them asks with {@code -X}. */
    MojoExecutionException in(Texts language) {
        return new MojoExecutionException(language.say(said));
    }

    @Override
    public Message said() {
        return said;
    }
}
