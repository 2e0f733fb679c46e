package io.github.sre4j.prometheus;

import io.github.sre4j.testing.PublicApi;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    @Test
    void is_as_described() throws IOException {
        PublicApi.isAsDescribed();
    }
}
