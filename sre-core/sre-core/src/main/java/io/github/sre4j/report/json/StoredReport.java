package io.github.sre4j.report.json;

import io.github.sre4j.assess.Interval;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.history.Trend;
import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.telemetry.LatencySummary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report file keeps of a report: all that was found, without the hours and halves it was found from.
 *
 * @param generatedAt when the check ran
 * @param service the service checked
 * @param window the window
 * @param observed time of the window in which requests were observed, above 0; the whole window in files that do not say
 * @param standardName the standard it was held against
 * @param standardVersion its version
 * @param events request events counted in the window
 * @param sampled whether these are known to be a sample
 * @param gate what the build did
 * @param goal the endpoints by verdict, those that the file does not list included
 * @param endpoints the endpoints judged, in the order of the report
 * @param waivers the waivers of its product
 * @param candidates its improvement candidates, best first
 * @param weeks how it came here, oldest week first; empty where no history is kept
 */
public record StoredReport(
        Instant generatedAt,
        Service service,
        Window window,
        Duration observed,
        String standardName,
        String standardVersion,
        long events,
        boolean sampled,
        StoredGate gate,
        StoredGoal goal,
        List<StoredEndpoint> endpoints,
        List<StoredWaiver> waivers,
        List<StoredCandidate> candidates,
        List<Trend.Week> weeks) {

    /** Copies the lists. */
    public StoredReport {
        endpoints = List.copyOf(endpoints);
        waivers = List.copyOf(waivers);
        candidates = List.copyOf(candidates);
        weeks = List.copyOf(weeks);
    }

    /**
     * What the build did.
     *
     * @param enforcement what a miss did to it
     * @param outcome how the check came out
     * @param passed whether it went on
     * @param reasons why, in English
     */
    public record StoredGate(Enforcement enforcement, CheckOutcome outcome, boolean passed, List<String> reasons) {

        /** Copies the list. */
        public StoredGate {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * All endpoints by verdict.
     *
     * @param endpoints their number
     * @param met those that meet the standard
     * @param missed those that violate it
     * @param undecided those of which too little is known
     * @param waived those that are waived
     * @param excess time waited beyond the threshold, of all of them
     */
    public record StoredGoal(int endpoints, int met, int missed, int undecided, int waived, Duration excess) {}

    /** Returns the number of endpoints that the file does not list. */
    public int omitted() {
        return Math.max(0, goal.endpoints() - endpoints.size());
    }

    /**
     * One endpoint.
     *
     * @param endpoint its name and label
     * @param className its class in the standard
     * @param requests its requests
     * @param errors those with errors
     * @param excess time waited beyond the threshold, exact
     * @param latency percentiles of its durations, or null if there were none
     * @param slis its SLIs
     * @param verdict what the data said
     */
    public record StoredEndpoint(
            Endpoint endpoint,
            String className,
            long requests,
            long errors,
            Duration excess,
            @Nullable LatencySummary latency,
            List<StoredSli> slis,
            Verdict verdict) {

        /** Copies the list. */
        public StoredEndpoint {
            slis = List.copyOf(slis);
        }

        /** The 95th percentile of its durations, if there were any. */
        public Optional<Duration> percentile95() {
            return latencySummary().map(LatencySummary::p95);
        }

        /** The percentiles of its durations, if there were any; how far they may be off is not read. */
        public Optional<LatencySummary> latencySummary() {
            return Optional.ofNullable(latency);
        }
    }

    /**
     * One SLI of an endpoint.
     *
     * @param sli the SLI with its objective
     * @param tally the counts
     * @param interval the interval of the share of good events, to {@value JsonReport#SIGNIFICANT_DIGITS} digits
     * @param verdict what the data said
     */
    public record StoredSli(Sli sli, Tally tally, Interval interval, Verdict verdict) {}

    /**
     * A waiver of the product.
     *
     * @param endpoint the name or pattern it is for
     * @param reason why
     * @param owner who answers for it
     * @param until its last day
     * @param endpoints how many endpoints it holds for
     */
    public record StoredWaiver(String endpoint, String reason, String owner, LocalDate until, long endpoints) {}

    /**
     * An improvement candidate.
     *
     * @param endpoint the endpoint's name
     * @param cause what kind of cause
     * @param excess time waited beyond the threshold, in the window
     * @param share of all such time of the product, from 0 to 1
     * @param givesBackPerDay what it gives back to users, in seconds a day, or null if the report does not say
     * @param file the place in the product's source, or null if unknown
     * @param line its line, from 1; 0 if unknown
     * @param proposal what is proposed, in the words of that report
     */
    public record StoredCandidate(
            String endpoint,
            String cause,
            Duration excess,
            double share,
            @Nullable Double givesBackPerDay,
            @Nullable String file,
            long line,
            String proposal) {}
}
