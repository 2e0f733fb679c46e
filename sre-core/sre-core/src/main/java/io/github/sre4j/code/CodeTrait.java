package io.github.sre4j.code;

/** A property of a product's code, or of one of its methods, that decides whether a change is safe there. */
public enum CodeTrait {
    /** The method handles requests. */
    HANDLER,
    /** The method is declared by a client interface, so that each call of it is a remote call. */
    CLIENT_INTERFACE,
    /** The call only reads, as its declaration shows. */
    READS,
    /** The call takes who asks for it as an argument: a principal, a session, a header. */
    CALLER_ARGUMENT,
    /** The method, or its class, is transactional. */
    TRANSACTIONAL,
    /** The file is of a module that uses Spring Web. */
    SPRING_WEB,
    /** The product switches caching on. */
    CACHING_ENABLED,
    /** The product configures how long its cache keeps entries. */
    CACHE_EXPIRES,
    /** The product lists the names of its caches, so that others do not exist. */
    CACHE_NAMES_FIXED,
    /** The product keeps data of a request by thread: security context, request attributes, interceptors of its clients. */
    THREAD_BOUND_CONTEXT,
    /** The product maps exceptions to responses itself. */
    EXCEPTION_HANDLERS,
    /** The product maps entities with JPA. */
    JPA_ENTITIES,
    /** The product uses a JPA provider other than Hibernate. */
    OTHER_JPA_PROVIDER,
    /** The product configures JDBC batching of Hibernate. */
    JDBC_BATCHING,
    /** The product switches open-in-view off. */
    OPEN_IN_VIEW_OFF
}
