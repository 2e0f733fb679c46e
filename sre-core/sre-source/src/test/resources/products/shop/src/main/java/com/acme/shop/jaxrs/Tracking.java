package com.acme.shop.jaxrs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

interface Tracking {

    @GET
    @Path("/{id}/track/")
    String track(long id);
}
