package io.github.sre4j.newrelic.nerdgraph;

/** Sentences that say what to do, wherever the same trouble shows. */
final class Advice {

    private Advice() {}

    static String badKey() {
        return "New Relic refuses the key; it must be a user key (NRAK-…) of the right region: check NEW_RELIC_API_KEY and sre.region";
    }

    static String noAccess() {
        return "the key may not see this account; check sre.account, sre.region and the rights of the key's user";
    }

    static String rateLimited() {
        return "New Relic gets too many requests from this key's user; try again in a minute or use a key of its own for builds";
    }
}
