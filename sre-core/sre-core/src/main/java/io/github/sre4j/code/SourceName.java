package io.github.sre4j.code;

/** A name of the product's own code that a proposal speaks in. */
public enum SourceName {
    /** Simple name of an entity class: {@code Owner}. */
    ENTITY,
    /** Field of an entity that holds a collection or a reference: {@code pets}. */
    FIELD,
    /** Simple name of what the field holds: {@code Pet}. */
    TARGET,
    /** Simple name of a repository or DAO: {@code OwnerRepository}. */
    REPOSITORY,
    /** Method of the repository: {@code findByLastName}. */
    REPOSITORY_METHOD,
    /** Table of the entity: {@code owners}. */
    TABLE,
    /** Column of a filter: {@code last_name}. */
    COLUMN,
    /** Simple name of a client class or the field that holds it: {@code pricingClient}. */
    CLIENT,
    /** Method of the client: {@code priceOf}. */
    CLIENT_METHOD,
    /** The method that is transactional, that loops, or that calls one after the other. */
    ENCLOSING_METHOD
}
