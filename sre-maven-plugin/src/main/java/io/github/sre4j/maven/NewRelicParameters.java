package io.github.sre4j.maven;

import io.github.sre4j.newrelic.NewRelicTelemetry;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.ProxySettings;
import io.github.sre4j.newrelic.nerdgraph.Region;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.standard.NewRelicAccess;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Where a build's telemetry is in New Relic: what the command line says wins over what {@code sre.yaml} says.
 *
 * @param app the application
 * @param account the account id
 * @param region the region
 * @param nerdGraphUrl an address that wins over the region's
 */
record NewRelicParameters(
        @Nullable String app,
        @Nullable String account,
        @Nullable String region,
        @Nullable String nerdGraphUrl) {

    /** These, and from {@code sre.yaml} what they leave unsaid. */
    NewRelicParameters or(NewRelicAccess file) {
        return new NewRelicParameters(
                app != null ? app : file.app(),
                account != null ? account : file.account(),
                region != null ? region : file.region(),
                nerdGraphUrl);
    }

    NewRelicTelemetry telemetry(MavenSession session, UserKey key) throws MojoExecutionException {
        if (app == null) {
            throw new MojoExecutionException(
                    "nothing says which application to ask New Relic about; set newrelic.app in "
                            + ProductFinder.FILE_NAME + " or sre.app");
        }
        Optional<ProxySettings> proxy = MavenProxies.forBuild(session, endpoint());
        NerdGraphOptions options;
        try {
            options = NerdGraphOptions.of(endpoint(), key, proxy.orElse(null));
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("sre.nerdgraphUrl: " + e.getMessage(), e);
        }
        return new NewRelicTelemetry(new NerdGraph(options, scope(session)), app, accountId());
    }

    private URI endpoint() throws MojoExecutionException {
        try {
            return nerdGraphUrl != null
                    ? URI.create(nerdGraphUrl)
                    : Region.of(region == null ? "us" : region).endpoint();
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(
                    (nerdGraphUrl != null ? "sre.nerdgraphUrl: " : "sre.region: ") + e.getMessage(), e);
        }
    }

    private OptionalLong accountId() throws MojoExecutionException {
        if (account == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(account.strip()));
        } catch (NumberFormatException e) {
            throw new MojoExecutionException(
                    "sre.account: '" + account
                            + "' is not an account id; it is the number that New Relic shows for the account",
                    e);
        }
    }

    /** The modules of one build share their limits and answers through the build's own data. */
    private static BuildScope scope(MavenSession session) {
        var data = session.getRepositorySession().getData();
        Object present = data.get(BuildScope.class);
        if (present instanceof BuildScope shared) {
            return shared;
        }
        BuildScope made = new BuildScope();
        data.set(BuildScope.class, present, made);
        return data.get(BuildScope.class) instanceof BuildScope shared ? shared : made;
    }
}
