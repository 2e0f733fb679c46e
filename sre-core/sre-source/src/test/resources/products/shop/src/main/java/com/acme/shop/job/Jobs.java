package com.acme.shop.job;

import org.springframework.amqp.rabbit.annotation.*;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class Jobs {

    static final String TOPIC = "orders.placed";

    @Scheduled(cron = "0 0 * * * *")
    public void cleanUp() {}

    @KafkaListener(topics = {TOPIC, "${shop.topics.cancelled:orders.cancelled}"})
    public void onOrder(String message) {}

    @RabbitListener(bindings = @QueueBinding(value = @Queue("billing"), exchange = @Exchange("invoices"), key = "new"))
    public void onInvoice(String message) {}

    @JmsListener(destination = "returns")
    public void onReturn(String message) {}
}
