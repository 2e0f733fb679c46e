package io.github.sre4j.trace;

/**
 * What a span's time meant for the request.
 *
 * @param selfNanos the span's time in which none of the children it waited for ran (wall clock, overlaps once)
 * @param pathNanos its share of the critical path: the part of it in no child's segment
 * @param slackNanos how much longer it could have taken without making the root longer; 0 on the critical path
 * @param dragNanos how much shorter the root would be if the span took no time; 0 off the critical path; never above its duration
 */
public record SpanTimes(long selfNanos, long pathNanos, long slackNanos, long dragNanos) {}
