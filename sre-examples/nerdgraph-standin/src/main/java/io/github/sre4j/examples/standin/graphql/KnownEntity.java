package io.github.sre4j.examples.standin.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** An entity that events speak of; domain and type stand in its GUID. */
record KnownEntity(String guid, String name, int accountId, String domain, String type, boolean reporting) {
    static KnownEntity of(String guid, String name, int account) {
        String[] parts = decoded(guid).split("\\|", -1);
        if (parts.length != 4) {
            return new KnownEntity(guid, name, account, "APM", "APPLICATION", true);
        }
        return new KnownEntity(guid, name, account, parts[1], parts[2], true);
    }

    static String decoded(String guid) {
        try {
            return new String(Base64.getDecoder().decode(guid), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The start of the GraphQL types that stand for it. */
    String kind() {
        return switch (domain + "/" + type) {
            case "APM/APPLICATION" -> "ApmApplication";
            case "BROWSER/APPLICATION" -> "BrowserApplication";
            case "EXT/SERVICE" -> "ThirdPartyService";
            default -> "Generic";
        };
    }

    public String entityType() {
        return switch (kind()) {
            case "ApmApplication" -> "APM_APPLICATION_ENTITY";
            case "BrowserApplication" -> "BROWSER_APPLICATION_ENTITY";
            case "ThirdPartyService" -> "THIRD_PARTY_SERVICE_ENTITY";
            default -> "GENERIC_ENTITY";
        };
    }

    public Map<String, Object> account() {
        return Map.of("id", accountId, "name", "Account " + accountId);
    }

    public List<Object> tags() {
        return List.of();
    }

    public String language() {
        return "java";
    }

    public String permalink() {
        return "https://one.newrelic.com/redirect/entity/" + guid;
    }
}
