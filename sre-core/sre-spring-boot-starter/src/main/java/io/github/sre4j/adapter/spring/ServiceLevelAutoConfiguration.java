package io.github.sre4j.adapter.spring;

import io.github.sre4j.adapter.micrometer.ServiceLevelMeters;
import io.github.sre4j.adapter.servlet.ServiceLevelFilter;
import io.github.sre4j.live.LiveServiceLevel;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.Filter;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Makes what a Spring Boot service needs to know its service level; every bean gives way to one of the service's own. */
@AutoConfiguration
@ConditionalOnProperty(name = "sre.enabled", matchIfMissing = true)
public class ServiceLevelAutoConfiguration {

    private static final int DEFAULT_MAX_ENDPOINTS = 1_000;

    /** Makes the configuration. */
    public ServiceLevelAutoConfiguration() {}

    /** The service level of this service. */
    @Bean
    @ConditionalOnMissingBean
    public LiveServiceLevel liveServiceLevel(
            Environment environment, ObjectProvider<Standard> standard, ObjectProvider<Product> product) {
        String service = environment.getProperty(
                "sre.service", environment.getProperty("spring.application.name", "application"));
        return LiveServiceLevel.builder(service, standard.getIfAvailable(DefaultStandard::get))
                .product(product.getIfAvailable(() -> Product.UNSAID))
                .maxEndpoints(environment.getProperty("sre.max-endpoints", Integer.class, DEFAULT_MAX_ENDPOINTS))
                .build();
    }

    /** Evaluates while the service runs, and writes recordings where a folder is set. */
    @Bean
    @ConditionalOnMissingBean
    public ServiceLevelLifecycle serviceLevelLifecycle(LiveServiceLevel live, Environment environment)
            throws IOException {
        return ServiceLevelLifecycle.of(live, environment);
    }

    /** Where requests come by the Servlet API. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Filter.class)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Servlets {

        @Bean
        @ConditionalOnMissingBean(name = "serviceLevelFilter")
        FilterRegistrationBean<ServiceLevelFilter> serviceLevelFilter(LiveServiceLevel live) {
            FilterRegistrationBean<ServiceLevelFilter> filter =
                    new FilterRegistrationBean<>(new ServiceLevelFilter(live.recorder()));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            filter.setAsyncSupported(true);
            return filter;
        }
    }

    /** Where the actuator is. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(WebEndpoint.class)
    static class Actuator {

        @Bean
        @ConditionalOnMissingBean
        ServiceLevelEndpoint serviceLevelEndpoint(LiveServiceLevel live) {
            return new ServiceLevelEndpoint(live);
        }
    }

    /** Where Micrometer is. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterBinder.class)
    static class Meters {

        @Bean
        @ConditionalOnMissingBean
        ServiceLevelMeters serviceLevelMeters(LiveServiceLevel live) {
            return new ServiceLevelMeters(live);
        }
    }
}
