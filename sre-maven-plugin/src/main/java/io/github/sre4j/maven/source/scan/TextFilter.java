package io.github.sre4j.maven.source.scan;

import java.util.List;

/** Tells from the text alone whether a file can matter. Most files of a product (values, exceptions, constants of no route) do not, and are never parsed. */
final class TextFilter {

    /** One of them must occur in a file that answers any question but "where is this class". */
    private static final List<String> SIGNS = List.of(
            "Mapping",
            "@Path",
            "@ApplicationPath",
            "Servlet",
            "RouterFunction",
            "@Scheduled",
            "Listener",
            "Controller",
            "@Service",
            "@Component",
            "@Named",
            "@Inject",
            "@Autowired",
            "Scoped",
            "@Singleton",
            "@Stateless",
            "@Bean",
            "@Configuration",
            "@ConfigurationProperties",
            "@RequiredArgsConstructor",
            "@Transactional",
            "@Entity",
            "@Embeddable",
            "@MappedSuperclass",
            "@Table",
            "Repository",
            "Dao",
            "DAO",
            "Jdbc",
            "EntityManager",
            "PanacheEntity",
            "DSLContext",
            "PreparedStatement",
            "RestTemplate",
            "RestClient",
            "WebClient",
            "FeignClient",
            "HttpExchange",
            "HttpClient",
            "HttpRequest",
            "OkHttp",
            "GrpcService",
            "ImplBase",
            "Job",
            "@Trace",
            "Logger",
            "@Slf4j",
            "@Log",
            "static final String",
            "@interface");

    private TextFilter() {}

    static boolean mayMatter(String text) {
        for (String sign : SIGNS) {
            if (text.contains(sign)) {
                return true;
            }
        }
        // Constants of interfaces need no modifiers.
        return text.contains("interface ") && text.contains("String ");
    }
}
