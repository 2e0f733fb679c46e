/**
 * The course of bad requests over the window: whether an endpoint that exceeds its limit does so all the time, since a change, for a while that is over, or
 * for a few hours ({@link io.github.sre4j.assess.course.TimeCourse}).
 */
@NullMarked
package io.github.sre4j.assess.course;

import org.jspecify.annotations.NullMarked;
