package com.acme.shop.api;

import org.springframework.stereotype.Controller;

@Controller
class CustomerController extends CrudBase<String> implements CustomerApi {

    @Override
    public String show(long customerId) {
        return "customers/show";
    }
}
