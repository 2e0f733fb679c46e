package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.source.scan.SourceLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledClassesTest {

    private static final String CONTROLLER = """
        package com.acme;
        import com.acme.lib.Api;
        import org.springframework.web.bind.annotation.*;
        @RestController
        @RequestMapping(Api.BASE)
        public class OrderController {
            @GetMapping(Api.ORDERS)
            public String list() {
                Runnable later = () -> {
                    System.out.println();
                };
                return "";
            }
        }
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void compile() throws IOException {
        // The constants stand in a library whose sources the product does not have.
        Path library = write(
                "lib/com/acme/lib/Api.java",
                "package com.acme.lib; public interface Api { String BASE = \"/v3\"; String ORDERS = \"/orders\"; }");
        Path annotations = write(
                "lib/org/springframework/web/bind/annotation/RestController.java",
                "package org.springframework.web.bind.annotation; public @interface RestController {}");
        String mapping =
                "package org.springframework.web.bind.annotation; public @interface %s { String[] value() default {};"
                        + " }";
        Path get =
                write("lib/org/springframework/web/bind/annotation/GetMapping.java", mapping.formatted("GetMapping"));
        Path request = write(
                "lib/org/springframework/web/bind/annotation/RequestMapping.java", mapping.formatted("RequestMapping"));
        Path controller = write("src/com/acme/OrderController.java", CONTROLLER);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        library.toString(),
                        annotations.toString(),
                        get.toString(),
                        request.toString(),
                        controller.toString());
        assertThat(failed).isZero();
        Path api = classes.resolve("com/acme/lib/Api.class");
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(folder.resolve("lib.jar")))) {
            jar.putNextEntry(new ZipEntry("com/acme/lib/Api.class"));
            Files.copy(api, jar);
            jar.closeEntry();
        }
        Files.delete(api);
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private SourceIndex index(boolean compiled) {
        List<Path> classes = compiled ? List.of(folder.resolve("classes")) : List.of();
        SourceLayout layout = new SourceLayout(folder, List.of(folder.resolve("src")), List.of(), classes);
        return ProductSources.read(layout, null, null).index();
    }

    @Test
    void constants_of_a_library_come_from_the_compiled_class() {
        List<SourceLocation> found = index(true).handlers(Shop.endpoint("GET /v3/orders"));
        assertThat(Shop.shown(found)).containsExactly("OrderController.list:8");
        assertThat(index(false).handlers(Shop.endpoint("GET /v3/orders"))).isEmpty();
    }

    @Test
    void reads_constants_from_the_jar_of_a_library() throws IOException {
        Path damaged = Files.write(folder.resolve("damaged.jar"), new byte[] {1, 2, 3});
        SourceLayout layout = new SourceLayout(
                folder, List.of(folder.resolve("src")), List.of(), List.of(damaged, folder.resolve("lib.jar")));
        SourceIndex index = ProductSources.read(layout, null, null).index();
        assertThat(Shop.shown(index.handlers(Shop.endpoint("GET /v3/orders"))))
                .containsExactly("OrderController.list:8");
    }

    @Test
    void a_class_file_that_is_none_tells_nothing() throws IOException {
        Files.write(folder.resolve("classes/com/acme/OrderController.class"), new byte[] {1, 2, 3});
        assertThat(index(true).handlers(Shop.endpoint("GET /v3/orders"))).isEmpty();
    }
}
