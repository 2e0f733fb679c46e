package com.acme.shop.api;

import org.springframework.web.bind.annotation.DeleteMapping;

abstract class CrudBase<T> {

    @DeleteMapping("/{customerId}")
    public void remove(long customerId) {
        System.out.println(customerId);
    }
}
