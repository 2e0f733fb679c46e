package io.github.sre4j.testing.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One tab of a browser. What goes wrong in it is collected. */
public final class Tab {

    private final Chromium browser;
    private final String session;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

    Tab(Chromium browser, String session) {
        this.browser = browser;
        this.session = session;
        browser.listen(session, this::event);
        send("Page.enable", Map.of());
        send("Runtime.enable", Map.of());
        send("Log.enable", Map.of());
        send("Network.enable", Map.of());
    }

    private void event(JsonNode message) {
        JsonNode details = message.path("params");
        switch (message.path("method").asText()) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Runtime.exceptionThrown", "Log.entryAdded" -> problems.add(details.toString());
            case "Runtime.consoleAPICalled" -> problems.add(details.toString());
            case "Network.requestWillBeSent" -> {
                String url = details.path("request").path("url").asText();
                if (!url.startsWith("file:")) {
                    problems.add("asked for " + url);
                }
            }
            default -> {}
        }
    }

    /** Errors, warnings, violations of the policy, and requests to anywhere but files, since the tab was opened. */
    public List<String> problems() {
        return problems;
    }

    public Tab open(String url) {
        loaded = new CompletableFuture<>();
        send("Page.navigate", Map.of("url", url));
        loaded.orTimeout(60, TimeUnit.SECONDS).join();
        return this;
    }

    /** Makes the tab so wide and high, in CSS pixels. */
    public Tab size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** {@code light} or {@code dark}. */
    public Tab scheme(String scheme) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    public Tab withoutScript() {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    /** The value of an expression; promises are waited for. */
    public JsonNode eval(String expression) {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Presses a key where the focus is. */
    public void press(String key, int code, String text) {
        for (String type : List.of("keyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "code",
                            key,
                            "windowsVirtualKeyCode",
                            code,
                            "text",
                            type.equals("keyDown") ? text : ""));
        }
    }

    public void type(String text) {
        send("Input.insertText", Map.of("text", text));
    }

    public byte[] pdf() {
        return bytes(send("Page.printToPDF", Map.of("printBackground", true, "paperWidth", 8.27, "paperHeight", 11.7)));
    }

    public byte[] screenshot(boolean whole) {
        return bytes(send("Page.captureScreenshot", Map.of("captureBeyondViewport", whole)));
    }

    /** What axe has to say against the page, as sentences: WCAG 2.2 A and AA, and best practice. */
    public List<String> violations() {
        try (InputStream axe = Tab.class.getResourceAsStream("/axe.min.js")) {
            eval(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode found = eval("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', "
                + "'best-practice']}).then(r => r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3)"
                + ".map(n => n.html.slice(0, 200) + ' ' + n.failureSummary).join(' | ')))");
        List<String> violations = new ArrayList<>();
        found.forEach(each -> violations.add(each.asText()));
        return violations;
    }

    /** Keeps a picture of the page as {@code name.png} in the folder that {@code -Dscreenshots} names, if it names one. */
    public void keep(String name, boolean whole) throws IOException {
        String folder = System.getProperty("screenshots");
        if (folder != null) {
            Files.write(Files.createDirectories(Path.of(folder)).resolve(name + ".png"), screenshot(whole));
        }
    }

    private static byte[] bytes(JsonNode answer) {
        return Base64.getDecoder().decode(answer.path("data").asText());
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        return browser.send(session, method, parameters);
    }
}
