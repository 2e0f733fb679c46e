package com.acme.shop.api;

class StockHandler {

    Object stock(Object request) {
        return null;
    }

    Object move(Object request) {
        return null;
    }

    Object all(Object request) {
        return null;
    }
}
