package com.acme.shop.data;

import jakarta.persistence.Entity;

@Entity
public class Voucher extends Identified {

    private String code;
}
