package io.github.sre4j.source.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Settings with which Git runs no program that a checkout, its configuration or the environment names: no file system monitor, no hook, no filter, no
 * text conversion, no external diff, and no transport of the repository's own. Stateless.
 *
 * <p>Source: git-config(1), gitattributes(5) and githooks(5) of Git 2.39 to 2.51.
 */
final class GitSafety {

    /** Options before the command, for every command. Versions that do not know a key ignore it. */
    static final List<String> OPTIONS = List.of(
            "-c", "core.fsmonitor=false",
            "-c", "core.hooksPath=/dev/null",
            "-c", "safe.bareRepository=explicit",
            "-c", "core.pager=cat",
            "-c", "diff.external=",
            "-c", "log.showSignature=false");

    /** Variables that choose the configuration of the person or the machine, as HOME does; all others of Git are removed. */
    private static final Set<String> KEPT = Set.of("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM");

    private static final Pattern FILTER = Pattern.compile("filter\\.(.+)\\.(clean|smudge|process|required)");
    private static final Pattern DIFF_DRIVER = Pattern.compile("diff\\.(.+)\\.(command|textconv)");
    private static final Pattern TRANSPORT = Pattern.compile(
            "core\\.(sshcommand|gitproxy|askpass)"
                    + "|credential\\.(.+\\.)?helper|remote\\..+\\.(uploadpack|receivepack|vcs|proxy)|url\\..+|protocol\\..+|http\\..+");

    private GitSafety() {}

    /** Removes the variables of Git and sets those that keep it from asking, locking and fetching in the background. */
    static void apply(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("GIT_") && !KEPT.contains(name));
        environment.put("LC_ALL", "C");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_PAGER", "cat");
    }

    /**
     * Returns the options that take the programs of a repository's configuration out of effect.
     *
     * @param configuration scopes and keys in turn, as {@code git config --list --show-scope --name-only -z} writes them
     * @throws IOException if a key cannot be overridden
     */
    static List<String> overrides(List<String> configuration) throws IOException {
        List<String> options = new ArrayList<>();
        boolean fetches = true;
        for (int i = 0; i + 1 < configuration.size(); i += 2) {
            String scope = configuration.get(i);
            String key = configuration.get(i + 1);
            if (FILTER.matcher(key).matches()) {
                options.addAll(option(key, key.endsWith(".required") ? "false" : ""));
            } else if (DIFF_DRIVER.matcher(key).matches()) {
                options.addAll(option(key, ""));
            } else if ((scope.equals("local") || scope.equals("worktree"))
                    && TRANSPORT.matcher(key).matches()) {
                fetches = false;
                if (key.startsWith("protocol.")) {
                    options.addAll(option(key, "never"));
                }
            }
        }
        if (!fetches) {
            options.addAll(option("protocol.allow", "never"));
        }
        return List.copyOf(options);
    }

    /** The option ends the key at its first equals sign, so a key that has one cannot be named by it. */
    private static List<String> option(String key, String value) throws IOException {
        if (key.indexOf('=') >= 0) {
            throw new IOException("its configuration has a key with '=': " + key);
        }
        return List.of("-c", key + "=" + value);
    }
}
