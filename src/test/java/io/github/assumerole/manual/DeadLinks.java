package io.github.assumerole.manual;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The links of pages that lead nowhere. Links with a scheme, such as {@code https}, are not checked. The program checks
 * a generated site; its argument is the directory.
 */
final class DeadLinks {
    private final Path root;
    private final Map<Path, Page> pages = new HashMap<>();

    private DeadLinks(Path root) {
        this.root = root;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> problems = of(Path.of(arguments[0]));
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            System.exit(1);
        }
    }

    /** @param root contains the pages, and all that they link to */
    static List<String> of(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return of(root, files);
        }
    }

    static List<String> of(Path root, Stream<Path> files) throws IOException {
        DeadLinks links = new DeadLinks(root.toAbsolutePath().normalize());
        List<String> problems = new ArrayList<>();
        for (Path file : files.filter(Page::isPage).sorted().toList()) {
            links.check(file.toAbsolutePath().normalize(), problems);
        }
        return problems;
    }

    private void check(Path file, List<String> problems) throws IOException {
        String name = root.relativize(file).toString().replace('\\', '/');
        // What the Markdown parser of the site does not support becomes text.
        if (name.endsWith(".html") && Files.readString(file).contains("{ #")) {
            problems.add(name + ": contains { #");
        }
        for (String link : page(file).links()) {
            if (!resolves(file, link)) {
                problems.add(name + ": " + link);
            }
        }
    }

    private boolean resolves(Path file, String link) throws IOException {
        URI uri;
        try {
            uri = new URI(link);
        } catch (URISyntaxException e) {
            return false;
        }
        if (uri.isAbsolute()) {
            return true;
        }
        Path target = uri.getPath().isEmpty()
                ? file
                : file.resolveSibling(uri.getPath()).normalize();
        return target.startsWith(root)
                && Files.exists(target)
                && (uri.getFragment() == null || Page.isPage(target) && hasAnchor(target, uri.getFragment()));
    }

    private boolean hasAnchor(Path target, String anchor) throws IOException {
        return page(target).anchors().contains(anchor);
    }

    private Page page(Path file) throws IOException {
        Page page = pages.get(file);
        if (page == null) {
            page = Page.read(file);
            pages.put(file, page);
        }
        return page;
    }
}
