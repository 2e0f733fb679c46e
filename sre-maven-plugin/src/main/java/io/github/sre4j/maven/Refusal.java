package io.github.sre4j.maven;

import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import io.github.sre4j.text.Worded;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** A goal cannot do its work. Whoever runs the goal says so in its language. */
final class Refusal extends MojoExecutionException implements Worded {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    private Refusal(Message said, @Nullable Throwable cause) {
        super(said.english(), cause);
        this.said = said;
    }

    /** One sentence of this room. */
    static Refusal of(String key, Object... arguments) {
        return new Refusal(Message.of(Refusal.class, key, arguments), null);
    }

    /** What an exception says. */
    static Refusal of(Exception cause) {
        return new Refusal(Message.of(cause), cause);
    }

    /** What an exception says about a setting. */
    static Refusal of(String setting, Exception cause) {
        return new Refusal(Message.of(Refusal.class, "setting", setting, Message.of(cause)), cause);
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
