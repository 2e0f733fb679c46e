/**
 * Improvement candidates: for the endpoints that violate the standard a short ranked list of changes, each with cause, evidence, location, fix,
 * impact and done condition.
 *
 * <pre>{@code
 * EvidenceSource evidence = new EventFileEvidence(Path.of("events"), null);
 * CandidateFinder finder =
 *         new CandidateFinder(evidence, SourceIndex.NONE, ApplicationCode.DEFAULT, OwnHosts.UNSAID);
 * CandidatePlan plan = finder.plan(report.assessment(), 3);
 * ServiceLevelReport withCandidates = report.with(new CandidatePart(plan));
 * String markdown = new CandidatesDocument(Texts.of("en")).render(withCandidates, SourceIndex.NONE);
 * }</pre>
 *
 * <p>{@link io.github.sre4j.advisor.CandidateFinder} is the front door; {@link io.github.sre4j.advisor.evidence.EvidenceSource} is what a
 * telemetry backend implements and {@link io.github.sre4j.code.SourceIndex} what reads the source of a product. Evidence is read in {@code
 * advisor.evidence}, causes are found in {@code advisor.cause}, impact is estimated in {@code advisor.impact}, fixes are made in {@code
 * advisor.remedy}, accepted candidates are tracked in {@code advisor.tracking}, and {@code advisor.report} shows all of it.
 */
@NullMarked
package io.github.sre4j.advisor;

import org.jspecify.annotations.NullMarked;
