package com.acme.shop.kt

import org.springframework.web.bind.annotation.*

const val BASE = "/reviews"

/** Reviews. @GetMapping("/not-a-route") stands in a comment. */
@RestController
@RequestMapping("/reviews")
class ReviewController(private val reviews: ReviewRepository) {

    @GetMapping("/{id}")
    fun one(@PathVariable id: Long): Review? = reviews.findById(id).orElse(null)

    @PostMapping(path = ["", "/new"])
    fun create(@RequestBody review: Review): Review {
        val text = "a } brace and \"quotes\""
        return reviews.save(review)
    }

    companion object {
        const val PAGE = 20
    }
}
