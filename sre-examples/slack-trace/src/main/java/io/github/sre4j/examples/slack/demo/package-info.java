/** The app without Slack and without New Relic: a local Slack that shows what it is sent, and a local NerdGraph over event files. */
@NullMarked
package io.github.sre4j.examples.slack.demo;

import org.jspecify.annotations.NullMarked;
