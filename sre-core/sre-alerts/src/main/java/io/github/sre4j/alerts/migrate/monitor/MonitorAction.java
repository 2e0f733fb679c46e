package io.github.sre4j.alerts.migrate.monitor;

/**
 * Message that a trigger sends.
 *
 * @param name name
 * @param destination id of the destination, empty if there is none
 * @param throttleMinutes shortest time between two messages in minutes, 0 without throttle
 * @param message template of the message
 */
public record MonitorAction(String name, String destination, long throttleMinutes, String message) {}
