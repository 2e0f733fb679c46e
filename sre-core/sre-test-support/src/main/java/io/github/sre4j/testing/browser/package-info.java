/** A headless Chromium for tests of pages, spoken to by the DevTools protocol, so that no download of a browser is needed. */
package io.github.sre4j.testing.browser;
