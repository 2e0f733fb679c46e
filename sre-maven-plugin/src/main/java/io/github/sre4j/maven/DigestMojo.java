package io.github.sre4j.maven;

import io.github.sre4j.alerts.digest.Digest;
import io.github.sre4j.alerts.digest.DigestState;
import io.github.sre4j.alerts.digest.SlackDigest;
import io.github.sre4j.alerts.digest.SlackPost;
import io.github.sre4j.portfolio.ReportFolder;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.File;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reports to Slack what changed in the reports of all products since the last digest, with owner and next step. Needs no project.
 *
 * @since 0.1
 */
@Mojo(name = "digest", requiresProject = false, aggregator = true, threadSafe = true)
public final class DigestMojo extends AbstractSreMojo {

    private static final String WEBHOOK = "SRE_SLACK_WEBHOOK";
    private static final String TOKEN = "SLACK_BOT_TOKEN";

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.digest.skip", defaultValue = "false")
    private boolean skipDigest;

    /**
     * Report files of the products: a directory in which every {@code sre-report.json} counts, a file, or a pattern.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.digest.reports")
    private @Nullable String reports;

    /**
     * File that keeps what the last digest saw. Keep it between builds.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.digest.state", defaultValue = "sre-digest.json")
    private File state = new File("sre-digest.json");

    /**
     * File with a line {@code product: owner} for each product.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.digest.owners")
    private @Nullable File owners;

    /**
     * Id of the Slack channel, with the bot token in the environment variable {@code SLACK_BOT_TOKEN}. Default: the webhook in {@code SRE_SLACK_WEBHOOK}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.digest.channel")
    private @Nullable String channel;

    /**
     * Whether the JSON is printed, nothing is sent, and the state file stays as it is.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.digest.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Whether one line is sent when nothing changed.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.digest.sendUnchanged", defaultValue = "false")
    private boolean sendUnchanged;

    @Override
    String goalSkipProperty() {
        return "sre.digest.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipDigest;
    }

    @Override
    void run() throws MojoExecutionException {
        if (reports == null) {
            throw GoalException.of("digest-what");
        }
        Texts texts = texts();
        Digest digest;
        try {
            ReportFolder read = ReportFolder.read(Path.of("").toAbsolutePath(), reports);
            if (read.products().isEmpty()) {
                throw GoalException.of("no-portfolio-reports", reports);
            }
            digest = Digest.of(Instant.now(), read.products(), last(), owners());
        } catch (IOException e) {
            throw GoalException.of("sre.digest.reports", e);
        }
        SlackDigest slack = new SlackDigest(texts);
        slack.lines(digest).forEach(getLog()::info);
        String json = slack.json(digest, channel);
        if (dryRun) {
            json.lines().forEach(getLog()::info);
            return;
        }
        if (!digest.isQuiet() || sendUnchanged) {
            send(json);
        }
        write(digest.state().json());
    }

    private @Nullable DigestState last() throws IOException {
        Path file = state.toPath();
        return Files.exists(file)
                ? DigestState.read(file.toString(), Files.readString(file, StandardCharsets.UTF_8))
                : null;
    }

    private Map<String, String> owners() throws IOException {
        Map<String, String> found = new HashMap<>();
        if (owners != null) {
            for (String line : Files.readAllLines(owners.toPath(), StandardCharsets.UTF_8)) {
                int colon = line.lastIndexOf(':');
                if (colon > 0 && !line.startsWith("#")) {
                    found.put(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip());
                }
            }
        }
        return found;
    }

    private void send(String json) throws MojoExecutionException {
        String token = channel == null ? null : System.getenv(TOKEN);
        String address = channel == null ? System.getenv(WEBHOOK) : SlackPost.POST_MESSAGE;
        if (address == null || (channel != null && token == null)) {
            throw GoalException.of("digest-where", WEBHOOK, TOKEN);
        }
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10));
        if (ProxySelector.getDefault() != null) {
            client.proxy(ProxySelector.getDefault());
        }
        try {
            SlackPost.to(client.build(), address, token).post(json);
        } catch (IOException e) {
            throw GoalException.of("digest-failed", Message.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GoalException.of("digest-failed", Message.of(e));
        }
    }

    private void write(String json) throws MojoExecutionException {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        try {
            ReportFiles.write(state.toPath().toAbsolutePath(), out -> out.write(content));
        } catch (IOException e) {
            throw GoalException.of("cannot-write", state, Message.of(e));
        }
    }
}
