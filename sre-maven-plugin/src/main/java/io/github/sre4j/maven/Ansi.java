package io.github.sre4j.maven;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import org.apache.maven.execution.MavenSession;

/**
 * Whether this Maven run prints colours.
 *
 * <p>Maven 3 keeps that answer in Jansi, which it shares with plugins; it already knows {@code -B}, {@code -l} and {@code style.color}. Where
 * Jansi is not there (Maven 4), the same is worked out from the session and the terminal.
 */
final class Ansi {

    private Ansi() {}

    static boolean enabled(MavenSession session) {
        if (System.getenv("NO_COLOR") != null) {
            return false;
        }
        String style = session.getUserProperties().getProperty("style.color", "auto");
        if (style.equals("always") || style.equals("never")) {
            return style.equals("always");
        }
        try {
            Object enabled = Class.forName("org.fusesource.jansi.Ansi", true, MavenSession.class.getClassLoader())
                    .getMethod("isEnabled")
                    .invoke(null);
            return Boolean.TRUE.equals(enabled);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            return session.getRequest().isInteractiveMode() && onTerminal();
        }
    }

    /** Whether someone may be watching: standard output is a terminal. */
    @SuppressWarnings("SystemConsoleNull") // what JDK 22 changed is handled below
    static boolean onTerminal() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            // From JDK 22 on there is a console even without a terminal; it then has this method to say so.
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
