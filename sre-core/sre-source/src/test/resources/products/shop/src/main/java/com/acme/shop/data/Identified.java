package com.acme.shop.data;

import javax.persistence.Id;
import javax.persistence.MappedSuperclass;

@MappedSuperclass
public abstract class Identified {

    @Id
    private Long id;

    public Long getId() {
        return id;
    }
}
