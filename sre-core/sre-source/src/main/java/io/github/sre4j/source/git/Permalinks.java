package io.github.sre4j.source.git;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Links to lines of code that stay right while the code moves on.
 *
 * <p>The host's name tells its product. Where it does not, the form that GitHub and GitLab both understand is taken.
 *
 * @param remote where the repository lives
 * @param commit the full hash of the commit
 */
public record Permalinks(RemoteAddress remote, String commit) {

    private static final String PLAIN = "-._~!$'()*,;=:@";

    /**
     * The link to lines of a file.
     *
     * @param file path from the root of the repository with {@code /}
     * @param first first line, from 1
     * @param last last line
     */
    public String to(String file, int first, int last) {
        String path = encode(file);
        String base = "https://" + remote.host() + "/" + encode(remote.path());
        boolean one = first == last;
        if (remote.host().equals("bitbucket.org")) {
            return base + "/src/" + commit + "/" + path + "#lines-" + first + (one ? "" : ":" + last);
        }
        if (remote.hostNames("bitbucket", "stash")) {
            return bitbucketServer(path) + "?at=" + commit + "#" + first + (one ? "" : "-" + last);
        }
        if (remote.hostNames("dev.azure.com", "visualstudio.com")) {
            return azure() + "?path=/" + path + "&version=GC" + commit + "&line=" + first + "&lineEnd=" + (last + 1)
                    + "&lineStartColumn=1&lineEndColumn=1";
        }
        if (remote.hostNames("gitea", "codeberg", "forgejo")) {
            return base + "/src/commit/" + commit + "/" + path + "#L" + first + (one ? "" : "-L" + last);
        }
        if (remote.hostNames("gitlab")) {
            return base + "/-/blob/" + commit + "/" + path + "#L" + first + (one ? "" : "-" + last);
        }
        return base + "/blob/" + commit + "/" + path + "#L" + first + (one ? "" : "-L" + last);
    }

    /** {@code scm/PROJECT/name} over https, {@code PROJECT/name} over ssh; people's own projects begin with a tilde. */
    private String bitbucketServer(String path) {
        List<String> segments = remote.segments();
        int size = segments.size();
        String name = segments.get(size - 1);
        String project = size > 1 ? segments.get(size - 2) : "";
        String owner =
                project.startsWith("~") ? "users/" + encode(project.substring(1)) : "projects/" + encode(project);
        String host = remote.host().replaceFirst(":7999$", "");
        return "https://" + host + "/" + owner + "/repos/" + encode(name) + "/browse/" + path;
    }

    /** {@code organisation/project/_git/name} over https, {@code v3/organisation/project/name} over ssh. */
    private String azure() {
        List<String> segments = remote.segments();
        if (segments.get(0).equals("v3") && segments.size() == 4) {
            return "https://dev.azure.com/" + encode(segments.get(1)) + "/" + encode(segments.get(2)) + "/_git/"
                    + encode(segments.get(3));
        }
        return "https://" + remote.host() + "/" + encode(remote.path());
    }

    private static String encode(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '/' || PLAIN.indexOf(c) >= 0);
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", each & 0xff));
            }
        }
        // Addresses that are encoded already stay as they are.
        return encoded.toString().replaceAll("%25(?=[0-9A-Fa-f]{2})", "%");
    }
}
