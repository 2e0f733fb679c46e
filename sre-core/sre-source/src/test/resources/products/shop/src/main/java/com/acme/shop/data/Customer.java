package com.acme.shop.data;

import javax.persistence.*;

@Entity(name = "Client")
public class Customer extends Identified {

    private String lastName;

    public String getLastName() {
        return lastName;
    }
}
