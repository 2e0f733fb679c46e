/**
 * All products of an organisation on one page: how many of their endpoints meet the standard, what remains, who is not heard of.
 *
 * <p>{@link io.github.sre4j.portfolio.ReportFolder} reads the report files of many checks, {@link io.github.sre4j.portfolio.Portfolio} puts them
 * together, and the renderers show that one value. All types are immutable and thread-safe.
 */
@NullMarked
package io.github.sre4j.portfolio;

import org.jspecify.annotations.NullMarked;
