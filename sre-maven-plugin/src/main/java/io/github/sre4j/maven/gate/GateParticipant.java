package io.github.sre4j.maven.gate;

import io.github.sre4j.check.file.CheckReports;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSummary;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns at the end of a build in which a bound {@code sre:check} did not run although its phase was reached, such as by a build cache, and removes the reports of an
 * earlier run, which would look like those of this one. It works where the plugin is declared with {@code <extensions>true</extensions>}. Thread-safe.
 */
@Named("sre4j-gate")
@Singleton
public final class GateParticipant extends AbstractMavenLifecycleParticipant {

    private static final Logger LOG = LoggerFactory.getLogger(GateParticipant.class);

    @Override
    public void afterSessionEnd(MavenSession session) {
        for (MavenProject project : session.getProjects()) {
            BoundCheck.of(project)
                    .filter(check -> check.isReachedBy(session.getGoals()))
                    .filter(check -> !CheckExecution.isMarked(project))
                    .ifPresent(check -> warn(session, project, check));
        }
    }

    private static void warn(MavenSession session, MavenProject project, BoundCheck check) {
        BuildSummary summary = session.getResult().getBuildSummary(project);
        boolean failNever = MavenExecutionRequest.REACTOR_FAIL_NEVER.equals(
                session.getRequest().getReactorFailureBehavior());
        if (summary == null || (summary instanceof BuildFailure && !failNever)) {
            return;
        }
        Texts texts = Texts.in(Locale.forLanguageTag(locale(session))).of(GateParticipant.class);
        boolean removed = removeReports(check.output());
        Optional<BuildCache> cache = root(session).flatMap(BuildCache::find);
        String reason =
                summary instanceof BuildFailure ? "gate.fail-never" : cache.isPresent() ? "gate.cache" : "gate.unknown";
        LOG.warn(texts.get(
                removed ? "gate.not-run.removed" : "gate.not-run", project.getArtifactId(), texts.get(reason)));
    }

    private static Optional<Path> root(MavenSession session) {
        return Optional.ofNullable(session.getRequest().getMultiModuleProjectDirectory())
                .map(directory -> directory.toPath());
    }

    private static String locale(MavenSession session) {
        return session.getUserProperties().getProperty("sre.locale", "en");
    }

    private static boolean removeReports(Path output) {
        try {
            boolean there =
                    List.of(CheckReports.JSON, CheckReports.JUNIT, CheckReports.MARKDOWN, CheckReports.HTML).stream()
                            .anyMatch(name -> Files.exists(output.resolve(name)));
            CheckReports.removeOld(output);
            return there;
        } catch (IOException e) {
            LOG.debug("{}", e.getMessage(), e);
            return false;
        }
    }
}
