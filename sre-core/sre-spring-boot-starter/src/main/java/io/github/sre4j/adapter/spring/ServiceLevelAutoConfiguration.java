package io.github.sre4j.adapter.spring;

import io.github.sre4j.adapter.micrometer.ServiceLevelMeters;
import io.github.sre4j.adapter.servlet.ServiceLevelFilter;
import io.github.sre4j.live.LiveServiceLevel;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationHandler;
import jakarta.servlet.Filter;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.server.WebFilter;

/** Makes what a Spring Boot service needs to know its service level; every bean gives way to one of the service's own. */
@AutoConfiguration
@ConditionalOnProperty(name = "sre.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ServiceLevelProperties.class)
public class ServiceLevelAutoConfiguration {

    /** Makes the configuration. */
    public ServiceLevelAutoConfiguration() {}

    /** Returns the service level of this service, without recorded requests. */
    @Bean
    @ConditionalOnMissingBean
    public LiveServiceLevel liveServiceLevel(
            ServiceLevelProperties properties,
            Environment environment,
            ObjectProvider<Standard> standard,
            ObjectProvider<Product> product) {
        return LiveServiceLevel.builder(name(properties, environment), standard.getIfAvailable(DefaultStandard::get))
                .product(product.getIfAvailable(() -> Product.NOT_CONFIGURED))
                .maxEndpoints(properties.maxEndpoints())
                .build();
    }

    /** Returns what evaluates while the service runs, and writes recordings if a folder is set. */
    @Bean
    @ConditionalOnMissingBean
    public ServiceLevelLifecycle serviceLevelLifecycle(
            LiveServiceLevel live, ServiceLevelProperties properties, Environment environment) throws IOException {
        return ServiceLevelLifecycle.of(live, properties, name(properties, environment));
    }

    private static String name(ServiceLevelProperties properties, Environment environment) {
        return properties.service() == null
                ? environment.getProperty("spring.application.name", "application")
                : properties.service();
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

    /** Recording where requests come by WebFlux and its observations are there. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({ObservationHandler.class, WebFilter.class})
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    static class Reactive {

        @Bean
        @ConditionalOnMissingBean(name = "serviceLevelObservationHandler")
        ObservationHandler<?> serviceLevelObservationHandler(LiveServiceLevel live) {
            return new ReactiveRequestObservationHandler(live.recorder());
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
