package com.acme.shop.jaxrs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("parcels")
public class ParcelResource implements Tracking {

    @GET
    public String list() {
        return "";
    }

    @Path("{id}/events")
    public EventResource events(@PathParam("id") long id) {
        return new EventResource();
    }

    @Override
    public String track(long id) {
        return "";
    }

    @PURGE
    @Path("cache")
    public void purge() {}
}
