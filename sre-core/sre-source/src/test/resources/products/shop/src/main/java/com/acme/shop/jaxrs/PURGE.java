package com.acme.shop.jaxrs;

import jakarta.ws.rs.HttpMethod;

@HttpMethod("PURGE")
@interface PURGE {}
