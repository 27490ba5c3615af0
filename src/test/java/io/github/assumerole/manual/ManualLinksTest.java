package io.github.assumerole.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** README and manual as a code host shows them, and the menu of the site. {@code .ci/run} checks the site itself. */
final class ManualLinksTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", ""));
    private static final Path MANUAL = ROOT.resolve("src/site/markdown");

    @Test
    void hasNoDeadLinks() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> manual = Files.list(MANUAL)) {
            assertEquals(List.of(), DeadLinks.of(ROOT, Stream.concat(root, manual)));
        }
    }

    /** Pages of the root and of goals are checked with the generated site. */
    @Test
    void hasAMenuItemForEachPage() throws Exception {
        Set<String> items = new TreeSet<>();
        NodeList elements = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve("src/site/site.xml").toFile())
                .getElementsByTagName("item");
        for (int i = 0; i < elements.getLength(); i++) {
            items.add(((Element) elements.item(i)).getAttribute("href"));
        }

        try (Stream<Path> pages = Files.list(MANUAL)) {
            assertEquals(
                    List.of(),
                    pages.map(page -> page.getFileName().toString().replaceAll("\\.md$", ".html"))
                            .filter(page -> !items.contains(page))
                            .sorted()
                            .toList());
        }
    }
}
