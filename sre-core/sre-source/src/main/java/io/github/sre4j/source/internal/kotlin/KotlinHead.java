package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import java.util.List;
import java.util.Set;

/**
 * The beginning of a declaration.
 *
 * @param annotations its annotations
 * @param modifiers its modifiers
 * @param first its first line
 */
record KotlinHead(List<AnnotationFacts> annotations, Set<String> modifiers, int first) {}
