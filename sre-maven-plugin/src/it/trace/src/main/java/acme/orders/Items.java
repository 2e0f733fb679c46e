package acme.orders;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class Items {

    private final JdbcTemplate jdbc;

    Items(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    String byId(int id) {
        return jdbc.queryForObject("select * from items where id = ?", String.class, id);
    }
}
