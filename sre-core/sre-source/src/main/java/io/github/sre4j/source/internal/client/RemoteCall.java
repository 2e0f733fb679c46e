package io.github.sre4j.source.internal.client;

import io.github.sre4j.source.internal.program.Method;
import java.util.List;

/**
 * A call to another service.
 *
 * @param method the method of a declared client, or the method that holds the call
 * @param line where
 * @param urls addresses it may go to, with {@code {}} for parts that are not known; empty if nothing is known
 * @param client simple name of the client's class
 * @param clientMethod the client's method
 * @param reads whether it only reads, as far as the verb tells
 */
public record RemoteCall(
        Method method, int line, List<String> urls, String client, String clientMethod, boolean reads) {

    /** Copies the list. */
    public RemoteCall {
        urls = List.copyOf(urls);
    }
}
