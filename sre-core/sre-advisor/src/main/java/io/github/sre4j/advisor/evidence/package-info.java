/**
 * What a cause rests on: unsampled metrics by segment, slow and normal traces, failed requests; and the {@link
 * io.github.sre4j.advisor.evidence.EvidenceSource} that whoever has telemetry implements.
 */
@NullMarked
package io.github.sre4j.advisor.evidence;

import org.jspecify.annotations.NullMarked;
