package farm;

import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.client.support.RestTemplateAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Asks twice for what one response tells. */
@RestController
class WeatherController {

    private final Weather weather;

    WeatherController(Weather weather) {
        this.weather = weather;
    }

    @GetMapping("/weather")
    String twice() {
        return weather.today() + ", " + weather.today();
    }

    @Configuration
    @EnableCaching
    static class Clients {
        @Bean
        Weather weather() {
            return HttpServiceProxyFactory.builderFor(RestTemplateAdapter.create(new RestTemplate()))
                    .build()
                    .createClient(Weather.class);
        }
    }
}
