package com.acme.shop.client;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

@Configuration
class ClientConfig {

    @Bean
    RatesClient rates() {
        RestClient client = RestClient.builder().baseUrl("https://rates.example.org").build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build().createClient(RatesClient.class);
    }
}
