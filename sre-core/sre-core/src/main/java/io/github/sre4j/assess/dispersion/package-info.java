/**
 * The dispersion of bad requests: how much more their number varies than it would if requests were independent. Estimated from hours and days over all
 * endpoints of a service together ({@link io.github.sre4j.assess.dispersion.DispersionEstimator}).
 */
@NullMarked
package io.github.sre4j.assess.dispersion;

import org.jspecify.annotations.NullMarked;
