package io.github.sre4j.alerts.condition;

/** Time at which New Relic evaluates a window. */
public enum Aggregation {
    /** After data newer than the window and a delay arrived: steady streams. */
    EVENT_FLOW("event_flow", "aggregation_delay"),
    /** Some time after the last data point: rare events. */
    EVENT_TIMER("event_timer", "aggregation_timer");

    private final String id;
    private final String argument;

    Aggregation(String id, String argument) {
        this.id = id;
        this.argument = argument;
    }

    /** Returns the id as Terraform writes it. */
    public String id() {
        return id;
    }

    /** Returns the argument that holds the delay or timer. */
    public String argument() {
        return argument;
    }
}
