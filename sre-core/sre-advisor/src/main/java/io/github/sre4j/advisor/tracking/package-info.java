/** Whether proposals kept what they promised: what was predicted when one was taken, beside what later checks observe. */
@NullMarked
package io.github.sre4j.advisor.tracking;

import org.jspecify.annotations.NullMarked;
