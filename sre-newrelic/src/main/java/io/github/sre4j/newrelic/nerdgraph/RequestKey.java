package io.github.sre4j.newrelic.nerdgraph;

import java.net.URI;

/**
 * What makes two requests the same: the same text to another data centre or under another key may well have another answer.
 *
 * @param endpoint where it is asked
 * @param key under which key
 * @param body the document and its variables
 */
record RequestKey(URI endpoint, UserKey key, String body) {}
