package io.github.sre4j.adapter.spring;

import io.github.sre4j.live.LiveServiceLevel;
import io.github.sre4j.recorder.RollingWindow;
import io.github.sre4j.report.html.HtmlReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.lang.Nullable;

/**
 * {@code /actuator/sre}: the report as {@code sre-report.json} has it; {@code /actuator/sre/html}: as a page. {@code window} is {@code 1m}, {@code 5m},
 * {@code 1h} (unless said otherwise) or {@code 1d}. Thread-safe.
 */
@WebEndpoint(id = "sre")
// Spring Boot 3 takes a parameter for optional by this annotation alone, Spring Boot 4 by any of the name.
@SuppressWarnings("deprecation")
public class ServiceLevelEndpoint {

    private static final Map<String, RollingWindow> WINDOWS = Map.of(
            "1m", RollingWindow.MINUTE,
            "5m", RollingWindow.FIVE_MINUTES,
            "1h", RollingWindow.HOUR,
            "1d", RollingWindow.DAY);

    private final LiveServiceLevel live;

    /** The endpoint of that service level. */
    public ServiceLevelEndpoint(LiveServiceLevel live) {
        this.live = Objects.requireNonNull(live, "live");
    }

    /** The report as JSON. */
    @ReadOperation(produces = "application/json")
    public String report(@Nullable String window) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonReport.write(live.report(window(window)), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The report as a page; any other form is not there. */
    @ReadOperation(produces = "text/html;charset=UTF-8")
    public @Nullable String page(@Selector String form, @Nullable String window) {
        if (!form.equals("html")) {
            return null;
        }
        return HtmlReport.ofRunningService(Texts.in(Locale.getDefault())).render(live.report(window(window)));
    }

    private static RollingWindow window(@Nullable String asked) {
        RollingWindow window = asked == null ? RollingWindow.HOUR : WINDOWS.get(asked);
        if (window == null) {
            String why = "there is no such window; allowed: 1m, 5m, 1h, 1d";
            throw new InvalidEndpointRequestException(why, why);
        }
        return window;
    }
}
