package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Execution;
import io.github.sre4j.trace.period.profile.RequestProfile;
import io.github.sre4j.trace.period.profile.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups of executions that can be compared: those of one call path, or of one operation where the reference has too few of the path. Comparing within
 * groups keeps a change of the traffic's mix from looking like a change of behavior.
 */
final class Strata {

    /** Fewer requests show no habit. */
    static final int MIN_REFERENCE = 3;

    private final Vocabulary vocabulary;
    private final Map<Integer, Integer> requests = new HashMap<>();

    Strata(Vocabulary vocabulary, List<RequestProfile> reference) {
        this.vocabulary = vocabulary;
        for (RequestProfile request : reference) {
            Set<Integer> seen = new HashSet<>();
            for (Execution each : request.executions()) {
                seen.add(each.path());
                seen.add(ofOperation(each.operation()));
            }
            seen.forEach(stratum -> requests.merge(stratum, 1, Integer::sum));
        }
    }

    /** The stratum to which all executions of an operation belong. */
    static int ofOperation(int operation) {
        return -2 - operation;
    }

    int operation(int stratum) {
        return stratum < 0 ? -2 - stratum : vocabulary.pathOperation(stratum);
    }

    /** Number of requests of the reference in a stratum. */
    int requests(int stratum) {
        return requests.getOrDefault(stratum, 0);
    }

    /** The narrowest stratum with enough requests in the reference, or -1 if there is none. */
    int of(Execution execution) {
        if (requests(execution.path()) >= MIN_REFERENCE) {
            return execution.path();
        }
        int wide = ofOperation(execution.operation());
        return requests(wide) >= MIN_REFERENCE ? wide : -1;
    }
}
