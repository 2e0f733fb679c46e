package io.github.sre4j.advisor.remedy;

/** Makes a proposal for one kind of cause. Immutable and thread-safe. */
@FunctionalInterface
interface Remedy {

    /** What to change. */
    ProposedFix propose(RemedyContext situation);
}
