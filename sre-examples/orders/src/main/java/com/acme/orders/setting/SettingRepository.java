package com.acme.orders.setting;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface SettingRepository extends JpaRepository<Setting, String> {
    @Query("select s.content from Setting s where s.name = ?1")
    Optional<String> valueOf(String name);
}
