package io.github.sre4j.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One tab of a browser. What goes wrong in it is collected. */
final class Tab {

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
    List<String> problems() {
        return problems;
    }

    Tab open(String url) {
        loaded = new CompletableFuture<>();
        send("Page.navigate", Map.of("url", url));
        loaded.orTimeout(60, TimeUnit.SECONDS).join();
        return this;
    }

    /** Makes the tab so wide and high, in CSS pixels. */
    Tab size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** {@code light} or {@code dark}. */
    Tab scheme(String scheme) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    Tab withoutScript() {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    /** The value of an expression; promises are waited for. */
    JsonNode eval(String expression) {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Presses a key where the focus is. */
    void press(String key, int code, String text) {
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

    void type(String text) {
        send("Input.insertText", Map.of("text", text));
    }

    byte[] pdf() {
        return bytes(send("Page.printToPDF", Map.of("printBackground", true, "paperWidth", 8.27, "paperHeight", 11.7)));
    }

    byte[] screenshot(boolean whole) {
        return bytes(send("Page.captureScreenshot", Map.of("captureBeyondViewport", whole)));
    }

    private static byte[] bytes(JsonNode answer) {
        return Base64.getDecoder().decode(answer.path("data").asText());
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        return browser.send(session, method, parameters);
    }
}
