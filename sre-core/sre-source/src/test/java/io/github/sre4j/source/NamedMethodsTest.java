package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedMethodsTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "com.acme.shop.service.OrderServiceImpl|quote|0|OrderServiceImpl.quote:81",
                "com.acme.shop.service.OrderServiceImpl$$SpringCGLIB$$0|quote|0|OrderServiceImpl.quote:81",
                "com/acme/shop/service/OrderServiceImpl|quote|84|OrderServiceImpl.quote:84",
                "com.acme.shop.service.OrderServiceImpl|lambda$one$0|48|OrderServiceImpl.one:48",
                "com.acme.shop.api.OrderController|<init>|0|OrderController.<init>:16",
                // Inherited, and of a class that no other question needs.
                "com.acme.shop.data.Order|getId|0|Identified.getId:12",
                "com.acme.shop.kt.ReviewController|create|0|ReviewController.create:16",
            })
    void a_span_or_frame_leads_to_its_method(String className, String method, int line, String place) {
        List<SourceLocation> found = Shop.INDEX.methods(className, method, line);
        assertThat(Shop.shown(found)).containsExactly(place);
        assertThat(found.get(0).rule()).isEqualTo(line > 0 ? SourceRule.STACK_FRAME : SourceRule.NAMED_METHOD);
    }

    @Test
    void a_class_of_a_library_has_no_place() {
        assertThat(Shop.INDEX.methods("org.springframework.web.servlet.DispatcherServlet", "doDispatch", 1089))
                .isEmpty();
        assertThat(Shop.INDEX.methods("../../etc/passwd", "x", 1)).isEmpty();
    }

    @Test
    void a_line_outside_of_the_method_is_less_sure() {
        SourceLocation place = Shop.INDEX
                .methods("com.acme.shop.service.OrderServiceImpl", "quote", 5)
                .get(0);
        assertThat(place.score()).isLessThan(0.7);
    }
}
