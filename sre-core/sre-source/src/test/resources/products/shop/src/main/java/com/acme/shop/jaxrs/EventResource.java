package com.acme.shop.jaxrs;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;

public class EventResource {

    @GET
    public String events() {
        return "";
    }

    @POST
    @Path("{kind}")
    public void add() {}
}
