package io.github.sre4j.newrelic.nerdgraph;

import io.github.sre4j.newrelic.nerdgraph.NerdGraph.Answer;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException.Kind;
import io.github.sre4j.text.Message;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** Asks each question once: modules that ask the same at the same time wait for one answer. Failures are not remembered. Thread-safe. */
final class ResponseCache {

    private final Map<RequestKey, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();

    /** Asks New Relic. */
    @FunctionalInterface
    interface Asking {
        Answer ask() throws NerdGraphException;
    }

    Answer of(RequestKey question, Asking asking) throws NerdGraphException {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> others = answers.putIfAbsent(question, mine);
        if (others != null) {
            return await(others);
        }
        boolean remember = false;
        try {
            Answer answer = asking.ask();
            remember = answer.errors().isEmpty();
            mine.complete(answer);
            return answer;
        } catch (NerdGraphException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            if (!remember) {
                answers.remove(question, mine);
                mine.completeExceptionally(new NerdGraphException(
                        Kind.UNREACHABLE, Message.of(NerdGraphException.class, "not-asked-other")));
            }
        }
    }

    private static Answer await(CompletableFuture<Answer> others) throws NerdGraphException {
        try {
            return others.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NerdGraphException(
                    Kind.UNREACHABLE, Message.of(NerdGraphException.class, "not-asked-interrupted"), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NerdGraphException known
                    ? new NerdGraphException(known.kind(), known.said(), known)
                    : new NerdGraphException(Kind.UNREACHABLE, Message.of(NerdGraphException.class, "not-asked"), e);
        }
    }
}
