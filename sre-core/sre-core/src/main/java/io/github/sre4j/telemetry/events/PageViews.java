package io.github.sre4j.telemetry.events;

import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.Visit;
import io.github.sre4j.telemetry.VisitSource;
import io.github.sre4j.telemetry.Visits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Visits by event files: the sessions of {@code PageView} rows, with the route changes ({@code BrowserInteraction}) and {@code PageAction}s in them.
 * Memory grows with the number of sessions. Immutable and thread-safe; every reading reads the files anew. Rows that cannot be read are left out: they
 * take no part in what is an estimate anyway.
 */
public final class PageViews implements VisitSource {

    private static final Set<String> TYPES = Set.of(PageRow.PAGE_VIEW, PageRow.ACTION, PageRow.INTERACTION);
    private static final double LONGEST_SECONDS = 24 * 3600.0;

    private final Path root;
    private final @Nullable String browser;

    /**
     * Visits by event files.
     *
     * @param root a file or a folder
     * @param browser the browser application whose rows count, by {@code appName}; null for all
     */
    public PageViews(Path root, @Nullable String browser) {
        this.root = Objects.requireNonNull(root, "root");
        this.browser = browser;
    }

    @Override
    public Visits visits(Window window) throws TelemetryException {
        Reading reading = new Reading(window);
        new RowScan(TYPES, (file, parser) -> reading.take(file, PageRow.of(parser))).read(root);
        return reading.visits();
    }

    private static final class Session {
        private long first = Long.MAX_VALUE;
        private double landing = Double.NaN;
        private long steps;
    }

    private final class Reading {

        private final Window window;
        private final Map<String, Session> sessions = new HashMap<>();
        private long views;
        private long withoutSession;

        Reading(Window window) {
            this.window = window;
        }

        void take(EventFile file, PageRow row) {
            boolean view = row.is(PageRow.PAGE_VIEW, file);
            boolean step = row.is(PageRow.ACTION, file) || (row.is(PageRow.INTERACTION, file) && row.isRouteChange());
            if (!(view || step)
                    || !row.hasTime()
                    || !window.contains(Instant.ofEpochMilli(row.timestampMillis()))
                    || (browser != null
                            && row.app().isPresent()
                            && !row.app().get().equals(browser))) {
                return;
            }
            views += view ? 1 : 0;
            if (row.session().isEmpty()) {
                withoutSession += view ? 1 : 0;
                return;
            }
            Session session = sessions.computeIfAbsent(row.session().get(), ignored -> new Session());
            session.steps++;
            if (view && row.timestampMillis() < session.first) {
                session.first = row.timestampMillis();
                session.landing = row.duration();
            }
        }

        Visits visits() {
            List<Visit> visits = new ArrayList<>();
            for (Session session : sessions.values()) {
                // A session without a page view began before the window.
                if (session.first != Long.MAX_VALUE
                        && session.landing >= 0
                        && session.landing <= LONGEST_SECONDS
                        && Visits.isWhole(window, Instant.ofEpochMilli(session.first))) {
                    visits.add(new Visit(Duration.ofMillis(Math.round(session.landing * 1_000)), session.steps));
                }
            }
            return new Visits(visits, views, withoutSession, false);
        }
    }
}
