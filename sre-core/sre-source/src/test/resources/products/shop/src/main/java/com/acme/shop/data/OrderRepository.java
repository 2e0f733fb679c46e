package com.acme.shop.data;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface OrderRepository extends JpaRepository<Order, Long> {

    List<Order> findByStatus(String status);

    @Query("select o from Order o join fetch o.lines where o.customer.lastName = :name")
    List<Order> withLines(String name);

    @Query(value = "SELECT count(*) FROM orders o WHERE o.customer_mail = ?1", nativeQuery = true)
    long countByMail(String mail);

    @EntityGraph(attributePaths = "tags")
    List<Order> findByCustomerLastNameAndStatusOrderByPlacedAtDesc(String lastName, String status);

    void deleteByStatus(String status);
}
