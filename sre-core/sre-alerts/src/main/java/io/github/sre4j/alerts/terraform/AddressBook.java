package io.github.sre4j.alerts.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.alerts.hcl.HclBlock;
import io.github.sre4j.alerts.hcl.HclValue;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Addresses of resources by what they stand for, so that a renamed service is moved, not destroyed. Not thread-safe. */
public final class AddressBook {

    /** File in the module's folder that keeps the addresses for the next run. */
    public static final String FILE = "sre-addresses.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, String> previous;
    private final Map<String, String> current = new TreeMap<>();

    AddressBook(Map<String, String> previous) {
        this.previous = previous;
    }

    /**
     * Returns the addresses of a file.
     *
     * @throws InvalidInputException if it is no JSON object of texts
     */
    public static Map<String, String> read(String name, String content) {
        try {
            Map<String, String> addresses = new LinkedHashMap<>();
            MAPPER.readTree(content)
                    .properties()
                    .forEach(entry ->
                            addresses.put(entry.getKey(), entry.getValue().asText()));
            return addresses;
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(Message.of(ServiceModule.class, "addresses", name), e);
        }
    }

    /**
     * Notes a resource.
     *
     * @param identity entity or application, type, class and kind: what stays when a name changes
     * @param block resource
     */
    HclBlock note(String identity, HclBlock block) {
        current.put(identity, block.address());
        return block;
    }

    /** Returns a block {@code moved} for each resource whose address changed. */
    List<HclBlock> moved() {
        List<HclBlock> moved = new ArrayList<>();
        current.forEach((identity, address) -> {
            String before = previous.get(identity);
            if (before != null && !before.equals(address) && before.matches("[a-z_]+\\.[a-z0-9_]+")) {
                moved.add(HclBlock.of("moved")
                        .set("from", HclValue.expression(before))
                        .set("to", HclValue.expression(address))
                        .build());
            }
        });
        return moved;
    }

    String json() {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(current) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
