/** Improvement candidates as a contribution to the report of a check. Start with {@code CandidateContributor}. */
@NullMarked
package io.github.sre4j.advisor.check;

import org.jspecify.annotations.NullMarked;
