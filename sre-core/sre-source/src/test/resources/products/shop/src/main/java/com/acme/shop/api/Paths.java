package com.acme.shop.api;

/** Paths of this version. */
interface Paths {
    String ORDERS = "/orders";
    String ITEMS = Paths.ORDERS + "/{id}/items";
}
