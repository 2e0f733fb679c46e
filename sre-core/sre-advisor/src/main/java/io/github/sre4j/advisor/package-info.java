/**
 * The few changes that give users most time back: from every endpoint that misses the standard to a short ranked list of causes, places in the
 * product's own source, and proposals.
 *
 * <p>{@link io.github.sre4j.advisor.CandidateFinder} makes an {@link io.github.sre4j.advisor.CandidatePlan} of an assessment, an {@link
 * io.github.sre4j.advisor.evidence.EvidenceSource} and a {@link io.github.sre4j.code.SourceIndex}. The effect of a fix lives in {@code
 * advisor.impact}, what it rests on in {@code advisor.evidence} and {@code advisor.cause}, what to change in {@code advisor.remedy}. Words stand in
 * this package's bundle; renderers live with the report.
 */
@NullMarked
package io.github.sre4j.advisor;

import org.jspecify.annotations.NullMarked;
