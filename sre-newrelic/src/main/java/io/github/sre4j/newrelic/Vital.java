package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nrql.Attribute;

/** A Core Web Vital as New Relic stores it: a row of {@code PageViewTiming} with the vital's name and its value. */
enum Vital {
    /** Largest Contentful Paint. */
    LCP("largestContentfulPaint", 30),
    /** Interaction to Next Paint. */
    INP("interactionToNextPaint", 10),
    /** Cumulative Layout Shift, which has no unit. */
    CLS("cumulativeLayoutShift", Double.POSITIVE_INFINITY);

    private final String timing;
    private final double tooManySeconds;

    Vital(String timing, double tooManySeconds) {
        this.timing = timing;
        this.tooManySeconds = tooManySeconds;
    }

    /** The name of the timing, which is also the attribute that holds its value. */
    String timing() {
        return timing;
    }

    Attribute value() {
        return new Attribute(timing);
    }

    /** The name under which a page is an endpoint. */
    String endpoint(String page) {
        return "PageViewTiming/" + timing + "/" + page;
    }

    /**
     * Whether the values are milliseconds. New Relic's documentation speaks of milliseconds, events that were seen hold seconds: no median page
     * takes half a minute to paint or ten seconds to answer, and none paints within thirty milliseconds or answers within ten.
     */
    boolean inMilliseconds(double median) {
        return median > tooManySeconds;
    }
}
