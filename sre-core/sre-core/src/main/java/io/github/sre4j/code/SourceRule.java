package io.github.sre4j.code;

/** How a place in source code was found. */
public enum SourceRule {
    /** The route of a handler method: annotation, verb and template agree. */
    ROUTE,
    /** The route of a handler that inherits its mapping from an interface or superclass. */
    INHERITED_ROUTE,
    /** The handler of a job or message. */
    LISTENER,
    /** The class and method that telemetry names. */
    NAMED_METHOD,
    /** A frame of a stack trace. */
    STACK_FRAME,
    /** An explicit query on a repository method or in code. */
    QUERY,
    /** A query derived from a repository method's name, or inherited from its framework. */
    DERIVED_QUERY,
    /** A collection or reference of an entity that is loaded when it is read. */
    ENTITY_FIELD,
    /** The entity of the table. */
    ENTITY,
    /** A client whose base address names the host. */
    CLIENT_ADDRESS,
    /** A client whose name resembles the host. */
    CLIENT_NAME,
    /** A statement that logs. */
    LOGGING,
    /** A rule about the code itself. */
    STATIC_RULE
}
