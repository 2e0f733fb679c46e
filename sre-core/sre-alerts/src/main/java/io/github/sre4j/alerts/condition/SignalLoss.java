package io.github.sre4j.alerts.condition;

/**
 * Reaction to a signal that stops.
 *
 * @param afterSeconds time without data until it counts as lost, in seconds
 * @param opens whether an incident opens
 * @param closes whether open incidents close
 */
public record SignalLoss(int afterSeconds, boolean opens, boolean closes) {}
