package com.acme.orders.setting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "settings")
public class Setting {
    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "content")
    private String content;

    protected Setting() {}

    public String getName() {
        return name;
    }

    public String getContent() {
        return content;
    }
}
