package io.github.sre4j.check;

import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.EndpointName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds to a report where its endpoints are in the source, as far as that is sure. */
public final class EndpointLocations {

    /** A handler whose score is better than the next by less is not sure. */
    private static final double MIN_LEAD = 0.1;

    private EndpointLocations() {}

    /** Returns the report with the locations of its endpoints. */
    public static ServiceLevelReport addTo(ServiceLevelReport report, SourceIndex sources) {
        Map<EndpointName, SourceLocation> locations = new LinkedHashMap<>();
        SourceIndex informed = sources.withEndpoints(report.assessment().endpoints().stream()
                .map(each -> each.endpoint().name())
                .toList());
        report.assessment().endpoints().forEach(result -> {
            List<SourceLocation> handlers = informed.handlers(result.endpoint().name());
            boolean sure = handlers.size() == 1
                    || (handlers.size() > 1
                            && handlers.get(0).score() > handlers.get(1).score() + MIN_LEAD);
            if (sure) {
                locations.put(result.endpoint().name(), handlers.get(0));
            }
        });
        return report.with(locations);
    }
}
