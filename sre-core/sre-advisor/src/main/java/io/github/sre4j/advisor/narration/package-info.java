/**
 * Optional words by a language model around what was found. Off unless somebody configures it, and complete without: findings, ranking and places are
 * the same. A model gets a closed list of masked facts and answers sentences that cite them; code drops every sentence that is not grounded.
 */
@NullMarked
package io.github.sre4j.advisor.narration;

import org.jspecify.annotations.NullMarked;
