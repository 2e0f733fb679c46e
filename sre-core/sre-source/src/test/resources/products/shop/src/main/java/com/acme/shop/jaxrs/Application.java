package com.acme.shop.jaxrs;

import jakarta.ws.rs.ApplicationPath;

@ApplicationPath("/rest")
public class Application extends jakarta.ws.rs.core.Application {}
