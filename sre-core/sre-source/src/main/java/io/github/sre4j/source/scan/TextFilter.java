package io.github.sre4j.source.scan;

import java.util.List;
import java.util.function.Predicate;

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
            "@interface",
            // Kotlin: constants and functions of files, routers and Ktor.
            "const val",
            "routing",
            "router",
            "Route.",
            "KotlinLogging",
            // Micronaut, GraphQL and gRPC.
            "io.micronaut.http.annotation",
            "GraphQLApi",
            "Dgs",
            "Coroutine",
            // Traits of the product.
            "@Enable",
            "ContextHolder",
            "RequestInterceptor",
            "ExceptionHandler");

    /** The signs by their first character: a text is gone through once for all of them. */
    private static final String[][] BY_FIRST = byFirst();

    private static final String[] ABOVE = {"implements", "extends"};

    private TextFilter() {}

    private static String[][] byFirst() {
        String[][] byFirst = new String[128][];
        for (String sign : SIGNS) {
            char first = sign.charAt(0);
            String[] known = byFirst[first];
            int size = known == null ? 0 : known.length;
            String[] more = new String[size + 1];
            if (known != null) {
                System.arraycopy(known, 0, more, 0, size);
            }
            more[size] = sign;
            byFirst[first] = more;
        }
        return byFirst;
    }

    /**
     * Whether a file can matter: by its own words, or because it implements or extends a type of the product.
     *
     * @param ownType whether the product has a type of that simple name
     */
    static boolean mayMatter(String text, Predicate<String> ownType) {
        return hasSign(text)
                // Constants of interfaces need no modifiers.
                || (text.contains("interface ") && text.contains("String "))
                || extendsOwn(text, ownType);
    }

    private static boolean hasSign(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String[] signs = c < BY_FIRST.length ? BY_FIRST[c] : null;
            if (signs != null) {
                for (String sign : signs) {
                    if (text.startsWith(sign, i)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean extendsOwn(String text, Predicate<String> ownType) {
        for (String keyword : ABOVE) {
            for (int at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
                if (namesOwn(text, at + keyword.length(), ownType)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the names behind {@code implements} or {@code extends} are of the product. */
    private static boolean namesOwn(String text, int from, Predicate<String> ownType) {
        int word = from;
        for (int i = from; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '{';
            if (Character.isJavaIdentifierPart(c)) {
                continue;
            }
            if (i > word && ownType.test(text.substring(word, i))) {
                return true;
            }
            word = i + 1;
            if (c != '.' && c != ',' && c != '<' && c != '>' && c != '?' && !Character.isWhitespace(c)) {
                return false;
            }
        }
        return false;
    }
}
