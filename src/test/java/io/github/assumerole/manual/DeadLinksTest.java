package io.github.assumerole.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which links of Markdown and HTML count as dead. */
final class DeadLinksTest {
    @TempDir
    Path root;

    @Test
    void findsMissingFilesAndAnchorsOfMarkdown() throws IOException {
        write(
                "README.md",
                """
                [one](manual/rules.md), [two](manual/rules.md#max), [three](manual), [`four`](#here), <https://a.example>
                ![five](picture.png) and [six](https://example.org/x#y), `[seven](no-link.md)`
                <a id="here"></a>
                [eight](missing.md) and <a href="missing.html">nine</a>, [ten](manual/rules.md#min), [eleven](#there)
                [twelve](manual#max), [thirteen](two words.md), [fourteen](../outside.md)
                ```
                [fifteen](no-link.md) <a id="there"></a>
                ```
                """);
        write(
                "manual/rules.md",
                """
                ## <a id="max"></a>At most

                [back](../README.md#here), [dead](../README.md#there), [dead, too](/README.md)
                """);
        write("picture.png", "");

        assertEquals(
                List.of(
                        "README.md: missing.md",
                        "README.md: manual/rules.md#min",
                        "README.md: #there",
                        "README.md: manual#max",
                        "README.md: two words.md",
                        "README.md: ../outside.md",
                        "README.md: missing.html",
                        "manual/rules.md: ../README.md#there",
                        "manual/rules.md: /README.md"),
                DeadLinks.of(root));
    }

    @Test
    void findsMissingFilesAndAnchorsOfHtml() throws IOException {
        write(
                "index.html",
                """
                <!DOCTYPE html>
                <html><head><link rel="stylesheet" href="./css/site.css" /><script src="./js/no.js"></script></head>
                <body><main><section><a id="here"></a><h1 id="title">T</h1><a href="#here">1</a><a href="rules.html#max">2</a>
                <a href="#title">3</a><a href="rules.html#min">4</a><a href="no.html">5</a><img src="no.png" /></section>
                </main></body></html>
                """);
        write("rules.html", "<html><body><h2><a id=\"max\"></a>At most</h2><h2>At least { #min }</h2></body></html>");
        write("css/site.css", "");

        assertEquals(
                List.of(
                        "index.html: ./js/no.js",
                        "index.html: rules.html#min",
                        "index.html: no.html",
                        "index.html: no.png",
                        "rules.html: contains { #"),
                DeadLinks.of(root));
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
