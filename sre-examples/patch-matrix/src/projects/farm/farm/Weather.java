package farm;

import org.springframework.web.service.annotation.GetExchange;

/** Only of projects whose Spring has HTTP interfaces. */
interface Weather {
    @GetExchange("http://weather.farm.internal/today")
    String today();
}
