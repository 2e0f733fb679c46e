package io.github.sre4j.source.kotlin;

import io.github.sre4j.source.model.AnnotationFacts;
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
