package io.github.sre4j.source.internal.hint;

import java.util.function.Consumer;

/** One kind of costly code. */
interface Rule {

    void check(Endpoint endpoint, Consumer<Hint> found);
}
