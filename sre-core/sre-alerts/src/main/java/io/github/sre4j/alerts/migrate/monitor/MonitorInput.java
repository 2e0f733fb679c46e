package io.github.sre4j.alerts.migrate.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Data that a monitor looks at. */
public sealed interface MonitorInput {

    /**
     * Search request.
     *
     * @param indices index names and patterns
     * @param body body of the request
     */
    record Search(List<String> indices, JsonNode body) implements MonitorInput {
        /** Copies the list. */
        public Search {
            indices = List.copyOf(indices);
        }
    }

    /**
     * Queries that run on each new document.
     *
     * @param indices index names and patterns
     * @param queries queries
     */
    record Documents(List<String> indices, List<DocumentQuery> queries) implements MonitorInput {
        /** Copies the lists. */
        public Documents {
            indices = List.copyOf(indices);
            queries = List.copyOf(queries);
        }
    }

    /**
     * Query string on one document.
     *
     * @param id id
     * @param name name
     * @param query query string
     * @param tags tags
     */
    record DocumentQuery(String id, String name, String query, List<String> tags) {
        /** Copies the list. */
        public DocumentQuery {
            tags = List.copyOf(tags);
        }
    }

    /**
     * Input without documents, such as the health of the cluster.
     *
     * @param kind kind as the monitor names it
     */
    record Other(String kind) implements MonitorInput {}
}
