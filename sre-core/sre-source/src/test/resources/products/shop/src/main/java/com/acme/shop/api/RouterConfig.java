package com.acme.shop.api;

import static org.springframework.web.reactive.function.server.RequestPredicates.*;
import static org.springframework.web.reactive.function.server.RouterFunctions.*;

import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

class RouterConfig {

    @Bean
    RouterFunction<ServerResponse> routes(StockHandler handler) {
        return route()
                .GET("/stock/{sku}", accept(JSON), handler::stock)
                .path("/warehouse", builder -> builder.POST("/move", handler::move))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> older(StockHandler handler) {
        return nest(path("/old"), route(GET("/stock").and(accept(JSON)), handler::all))
                .andRoute(DELETE("/stock/{sku}"), request -> null);
    }
}
