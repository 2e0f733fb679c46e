package com.acme.shop.api;

import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

@RequestMapping(method = RequestMethod.GET, produces = "application/json")
@interface JsonGet {
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] value();
}
