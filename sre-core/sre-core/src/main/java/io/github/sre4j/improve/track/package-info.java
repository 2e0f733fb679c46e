/** Whether proposals kept what they promised: what was predicted when one was taken, beside what later checks observe. */
@NullMarked
package io.github.sre4j.improve.track;

import org.jspecify.annotations.NullMarked;
