/**
 * The few changes that give users most time back: from every endpoint that misses the standard to a short ranked list of causes, places in the
 * product's own source, and proposals.
 *
 * <p>{@link io.github.sre4j.improve.Improver} makes an {@link io.github.sre4j.improve.ImprovementPlan} of an assessment, an {@link
 * io.github.sre4j.improve.evidence.EvidenceSource} and a {@link io.github.sre4j.code.SourceIndex}. The effect of a fix lives in {@code
 * improve.effect}, what it rests on in {@code improve.evidence} and {@code improve.cause}, what to change in {@code improve.propose}. Words stand in
 * this package's bundle; renderers live with the report.
 */
@NullMarked
package io.github.sre4j.improve;

import org.jspecify.annotations.NullMarked;
