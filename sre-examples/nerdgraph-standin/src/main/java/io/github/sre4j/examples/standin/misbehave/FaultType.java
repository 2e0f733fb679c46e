package io.github.sre4j.examples.standin.misbehave;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways to misbehave. A name is written in lower case with dashes, a status as its number. */
public enum FaultType {
    STATUS_401("the key is refused with a REST-style body"),
    STATUS_402("payment required"),
    STATUS_403("forbidden"),
    STATUS_404("not found"),
    STATUS_429("too many requests; retry-after=SECONDS adds the header"),
    STATUS_500("server error with an HTML page"),
    STATUS_502("bad gateway with an HTML page"),
    STATUS_503("unavailable with an HTML page; retry-after=SECONDS adds the header"),
    STATUS_504("gateway timeout with an HTML page"),
    REDIRECT("302 to a login page"),
    HTML("200 with a login page"),
    EMPTY_BODY("200 with nothing"),
    WRONG_CONTENT_TYPE("the right answer as text/plain"),
    BROKEN_JSON("200 with half a JSON document of the right length"),
    CUT_BODY("the connection closes after half of the announced body"),
    SLOW_DRIP("the right answer a byte at a time; ms=MILLISECONDS between bytes"),
    STALL("headers, then nothing until the client gives up"),
    CONNECTION_CLOSED("the connection closes without an answer"),
    CONNECTION_RESET("the connection is reset without an answer"),
    GARBAGE("an answer that is not HTTP"),
    BAD_API_KEY("200 with error_code BAD_API_KEY"),
    RATE_LIMITED("200 with errorClass TOO_MANY_REQUESTS and no data"),
    NULL_DATA("200 with data null and no errors"),
    TIMEOUT("every NRQL field fails with errorClass TIMEOUT"),
    SERVER_ERROR("every NRQL field fails with errorClass SERVER_ERROR"),
    INTERNAL_SERVER_ERROR("every NRQL field fails with errorClass INTERNAL_SERVER_ERROR"),
    RESOLVE_ERROR("every NRQL field fails with a message and no errorClass"),
    ACCESS_DENIED("every NRQL field fails with errorClass ACCESS_DENIED"),
    HALF("every second NRQL field of a request fails; class=ERROR_CLASS, default TIMEOUT"),
    SLOW_QUERY("a query needs seconds=SECONDS (default 60) of New Relic's time: TIMEOUT below, a query id with async"),
    ASYNC(
            "a query with async gives an id and is done after polls=N (default 2) polls; retry-after=SECONDS (default 1)"),
    DEPRECATION("a deprecation notice comes first in errors, the data is whole"),
    BARE_ERRORS("errors have a message and a path, no extensions"),
    INTEGER_PATH("errors have an integer in their path");

    private final String meaning;

    FaultType(String meaning) {
        this.meaning = meaning;
    }

    /** What it does, in a line. */
    public String meaning() {
        return meaning;
    }

    /** How it is written: {@code 429}, {@code cut-body}. */
    public String word() {
        String lower = name().toLowerCase(Locale.ROOT);
        return lower.startsWith("status_") ? lower.substring("status_".length()) : lower.replace('_', '-');
    }

    static Optional<FaultType> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
