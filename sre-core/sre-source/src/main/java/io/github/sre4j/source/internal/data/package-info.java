/** From table to code: entities and their associations, repositories, queries and SQL in code, and the indexes that migrations create. */
@NullMarked
package io.github.sre4j.source.internal.data;

import org.jspecify.annotations.NullMarked;
