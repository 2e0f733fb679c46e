package io.github.sre4j.examples.standin.collector;

import io.github.sre4j.examples.standin.events.BackEnd;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The application that an agent reports for, and what New Relic's backend would add to its events. */
record Application(int account, String name, String host) {
    String guid() {
        return BackEnd.guid(account, name);
    }

    /** The number in the GUID. */
    long id() {
        String plain = new String(Base64.getDecoder().decode(guid()), StandardCharsets.UTF_8);
        return Long.parseLong(plain.substring(plain.lastIndexOf('|') + 1));
    }

    Map<String, Object> added(String eventType) {
        Map<String, Object> added = new HashMap<>();
        switch (eventType) {
            case "Log" -> {}
            case "Metric" -> {
                added.put("appName", name);
                added.put("entity.guid", guid());
            }
            case "Span" -> {
                added.put("appId", id());
                added.put("appName", name);
                added.put("entityGuid", guid());
                added.put("entity.guid", guid());
                added.put("entity.name", name);
                added.put("entity.type", "APPLICATION");
            }
            default -> {
                added.put("appId", id());
                added.put("appName", name);
                added.put("entityGuid", guid());
                added.put("realAgentId", id());
                added.put("host", host);
            }
        }
        return added;
    }
}
