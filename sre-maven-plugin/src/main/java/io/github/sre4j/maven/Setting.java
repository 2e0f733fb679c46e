package io.github.sre4j.maven;

/**
 * A setting of a check.
 *
 * @param id what it sets, as the texts of {@code sre:status} know it
 * @param value its value
 * @param origin where that comes from
 */
record Setting(String id, String value, Origin origin) {

    /** Where a value comes from. */
    enum Origin {
        COMMAND_LINE("command-line"),
        POM("pom"),
        PRODUCT_FILE("product-file"),
        STANDARD("standard"),
        DEFAULT("default");

        private final String id;

        Origin(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }
}
