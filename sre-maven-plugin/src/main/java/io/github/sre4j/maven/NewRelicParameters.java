package io.github.sre4j.maven;

import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.Region;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.standard.NewRelicAccess;
import io.github.sre4j.telemetry.provider.ProxySettings;
import java.net.URI;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/**
 * Where a build's telemetry is in New Relic: what the command line says wins over what {@code sre.yaml} says.
 *
 * @param app the application
 * @param account the account id
 * @param guid the entity, whatever its name
 * @param browser the browser application
 * @param region the region
 * @param nerdGraphUrl an address that wins over the region's
 */
record NewRelicParameters(
        @Nullable String app,
        @Nullable String account,
        @Nullable String guid,
        @Nullable String browser,
        @Nullable String region,
        @Nullable String nerdGraphUrl) {

    private static final String PERMITS = "io.github.sre4j.newrelic.permits";

    /** These, and from {@code sre.yaml} what they leave unsaid. */
    NewRelicParameters or(NewRelicAccess file) {
        return new NewRelicParameters(
                app != null ? app : file.app(),
                account != null ? account : file.account(),
                guid != null ? guid : file.guid(),
                browser != null ? browser : file.browser(),
                region != null ? region : file.region(),
                nerdGraphUrl);
    }

    /** Which service is meant. */
    ServiceReference reference() throws MojoExecutionException {
        if (guid != null) {
            return ServiceReference.ofGuid(guid.strip());
        }
        if (app == null) {
            throw GoalException.of("which-application", ProductFinder.FILE_NAME);
        }
        return ServiceReference.named(app, accountId());
    }

    /** A client that shares its limits and answers with the other modules of the build. */
    NerdGraph client(MavenSession session, KeyFinder secrets, UserKey key) throws MojoExecutionException {
        ProxySettings proxy = secrets.proxy(session, endpoint()).orElse(null);
        try {
            return new NerdGraph(NerdGraphOptions.of(endpoint(), key, proxy), scope(session));
        } catch (IllegalArgumentException e) {
            throw GoalException.of("sre.nerdgraphUrl", e);
        }
    }

    /** The address of NerdGraph. */
    URI endpoint() throws MojoExecutionException {
        try {
            return nerdGraphUrl != null
                    ? URI.create(nerdGraphUrl)
                    : Region.of(region == null ? "us" : region).endpoint();
        } catch (IllegalArgumentException e) {
            throw GoalException.of(nerdGraphUrl != null ? "sre.nerdgraphUrl" : "sre.region", e);
        }
    }

    /** The account, if it is given. */
    OptionalLong accountId() throws MojoExecutionException {
        if (account == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(account.strip()));
        } catch (NumberFormatException e) {
            throw GoalException.of("no-account-id", account);
        }
    }

    /**
     * The modules of one build share their limits and answers through the build's own data. Modules whose plugin has other dependencies (another
     * standard, say) have classes of their own; of what they share, only the permits are a class of the JDK, and the limit is the build's.
     */
    private static BuildScope scope(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        Semaphore permits = shared(data, PERMITS, Semaphore.class, () -> new Semaphore(BuildScope.IN_FLIGHT, true));
        return shared(data, BuildScope.class, BuildScope.class, () -> new BuildScope(permits));
    }

    private static <T> T shared(SessionData data, Object key, Class<T> type, Supplier<T> maker) {
        Object present = data.get(key);
        if (type.isInstance(present)) {
            return type.cast(present);
        }
        T made = maker.get();
        data.set(key, present, made);
        Object kept = data.get(key);
        return type.isInstance(kept) ? type.cast(kept) : made;
    }
}
