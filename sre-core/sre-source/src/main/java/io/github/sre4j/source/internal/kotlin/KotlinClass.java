package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.model.MethodFacts;
import java.util.ArrayList;
import java.util.List;

/** The members of a class while it is read. Not thread-safe. */
final class KotlinClass {

    final List<FieldFacts> fields = new ArrayList<>();
    final List<MethodFacts> methods = new ArrayList<>();
}
