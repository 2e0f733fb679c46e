package io.github.sre4j.recorder;

/** How a request ended, for whoever sent it. */
public enum RequestOutcome {
    /** It was answered, whatever the answer: "not found" is an answer. */
    OK,
    /** It failed, by the service's own fault: an exception, an HTTP status of 500 or above. */
    ERROR
}
