package com.acme.shop.kt

import jakarta.persistence.Entity
import jakarta.persistence.Id
import org.springframework.data.jpa.repository.JpaRepository

@Entity
class Review(@Id var id: Long, var stars: Int)

interface ReviewRepository : JpaRepository<Review, Long> {
    fun findByStars(stars: Int): List<Review>
}
