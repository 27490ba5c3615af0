package io.github.assumerole.manual;

import io.github.assumerole.bucket.rule.setting.RequirementElement;
import io.github.assumerole.build.PluginCoordinates;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.MXParser;
import org.codehaus.plexus.util.xml.pull.XmlPullParser;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * An XML block, completed to the document that a reader copies it into: each of its elements is put where it belongs in
 * a POM or in settings.xml.
 *
 * @param root {@code project}, {@code settings}, or the root of another document
 */
record PomFragment(Xpp3Dom root) {
    private static final String THIS = "project/build/plugins/this";
    private static final String ENFORCER = "project/build/plugins/enforcer";
    private static final String OTHER = "project/build/plugins/other";
    private static final String RULE = THIS + "/configuration/bucketRules/rule";

    /** Parameters of plugins that run processes. */
    private static final Set<String> OF_OTHER_PLUGINS = Set.of(
            "argLine",
            "arguments",
            "commandlineArgs",
            "environmentVariables",
            "excludedEnvironmentVariables",
            "executable",
            "systemPropertyVariables",
            "target");

    private static final Map<String, String> PARENTS = parents();

    private static Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        Stream.of("pluginManagement", "plugins", "extensions", "resources")
                .forEach(name -> parents.put(name, "project/build"));
        Stream.of("servers", "mirrors", "proxies", "activeProfiles").forEach(name -> parents.put(name, "settings"));
        Stream.of("except", "taggedWith", "tags", "tagged", "exists").forEach(name -> parents.put(name, RULE));
        RequirementElement.ALL.forEach(element -> parents.put(element.name(), RULE));
        OF_OTHER_PLUGINS.forEach(name -> parents.put(name, OTHER + "/configuration"));
        ManualGoals.parameters().forEach(name -> parents.put(name, THIS + "/configuration"));
        parents.put("plugin", "project/build/plugins");
        parents.put("extension", "project/build/extensions");
        parents.put("executions", THIS);
        parents.put("execution", THIS + "/executions");
        parents.put("configuration", THIS);
        parents.put("rule", THIS + "/configuration/bucketRules");
        parents.put("rules", ENFORCER + "/configuration");
        parents.put("requireBuckets", ENFORCER + "/configuration/rules");
        parents.put("dependency", "project/dependencies");
        parents.put("repository", "project/distributionManagement");
        parents.put("server", "settings/servers");
        parents.put("mirror", "settings/mirrors");
        return parents;
    }

    /** @throws IllegalArgumentException if it is not well-formed, with its place */
    static PomFragment of(CodeBlock block) {
        Xpp3Dom elements = parse(block);
        Xpp3Dom first = elements.getChild(0);
        if (elements.getChildCount() == 1
                && (Set.of("project", "settings").contains(first.getName()) || isOtherDocument(first))) {
            return new PomFragment(first);
        }
        Xpp3Dom document = new Xpp3Dom("document");
        for (Xpp3Dom element : elements.getChildren()) {
            add(element, document);
        }
        if (document.getChildCount() != 1) {
            throw new IllegalArgumentException(
                    block.place() + ": one block for two documents, such as a POM and settings.xml");
        }
        return new PomFragment(document.getChild(0));
    }

    private static Xpp3Dom parse(CodeBlock block) {
        String text = "<elements>" + block.text().replaceFirst("<\\?xml.*\\?>", "") + "\n</elements>";
        try {
            rejectText(text, block);
            Xpp3Dom elements = Xpp3DomBuilder.build(new StringReader(text));
            if (elements.getChildCount() == 0) {
                throw new IllegalArgumentException(block.place() + ": no XML element");
            }
            return elements;
        } catch (XmlPullParserException malformed) {
            int index = Math.min(malformed.getLineNumber(), block.lines().size()) - 1;
            throw new IllegalArgumentException(block.place(index) + ": " + malformed.getMessage(), malformed);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(block.place() + ": " + malformed.getMessage(), malformed);
        }
    }

    /** Between the elements, only three dots may be: for what the block leaves out. */
    private static void rejectText(String xml, CodeBlock block) throws XmlPullParserException, IOException {
        XmlPullParser parser = new MXParser();
        parser.setInput(new StringReader(xml));
        while (parser.next() != XmlPullParser.END_DOCUMENT) {
            if (parser.getDepth() == 1
                    && parser.getEventType() == XmlPullParser.TEXT
                    && !parser.getText().matches("[.\\s]*")) {
                String text = parser.getText().strip();
                throw new IllegalArgumentException(block.placeOf(text) + ": text outside of an element: " + text);
            }
        }
    }

    /** Such as the configuration of the build cache. */
    private static boolean isOtherDocument(Xpp3Dom element) {
        return element.getAttribute("xmlns") != null;
    }

    private static void add(Xpp3Dom element, Xpp3Dom document) {
        String parent = PARENTS.getOrDefault(element.getName(), "project");
        if (element.getName().equals("profile") && element.getChildCount() > 0) {
            parent = "project/profiles";
        } else if (parent.startsWith(THIS) && isOfOtherPlugin(element)) {
            parent = parent.replace(THIS, OTHER);
        }
        container(parent, document).addChild(element);
    }

    private static boolean isOfOtherPlugin(Xpp3Dom element) {
        return OF_OTHER_PLUGINS.contains(element.getName())
                || Stream.of(element.getChildren()).anyMatch(PomFragment::isOfOtherPlugin);
    }

    /** The element with this path, created with what it must contain. */
    private static Xpp3Dom container(String path, Xpp3Dom document) {
        Xpp3Dom container = document;
        for (String name : path.split("/")) {
            Xpp3Dom parent = container;
            container = Stream.of(parent.getChildren())
                    .filter(child -> name.equals(child.getName()) || name.equals(child.getAttribute("created-as")))
                    .findFirst()
                    .orElseGet(() -> create(name, parent));
        }
        return container;
    }

    private static Xpp3Dom create(String name, Xpp3Dom parent) {
        Xpp3Dom created =
                switch (name) {
                    case "this" ->
                        plugin(
                                PluginCoordinates.KEY.split(":")[0],
                                PluginCoordinates.KEY.split(":")[1]);
                    case "enforcer" -> plugin("org.apache.maven.plugins", "maven-enforcer-plugin");
                    case "other" -> plugin("org.apache.maven.plugins", "maven-surefire-plugin");
                    default -> new Xpp3Dom(name);
                };
        if (created.getName().equals("plugin")) {
            created.setAttribute("created-as", name);
        }
        if (name.equals("project")) {
            addText(created, "modelVersion", "4.0.0");
            addText(created, "groupId", "com.example");
            addText(created, "artifactId", "shop");
            addText(created, "version", "1.4.0");
        } else if (name.equals("rule")) {
            addText(created, "bucket", "app-*");
        }
        parent.addChild(created);
        return created;
    }

    private static Xpp3Dom plugin(String groupId, String artifactId) {
        Xpp3Dom plugin = new Xpp3Dom("plugin");
        addText(plugin, "groupId", groupId);
        addText(plugin, "artifactId", artifactId);
        return plugin;
    }

    private static void addText(Xpp3Dom parent, String name, String text) {
        Xpp3Dom element = new Xpp3Dom(name);
        element.setValue(text);
        parent.addChild(element);
    }

    boolean isPom() {
        return root.getName().equals("project");
    }

    boolean isSettings() {
        return root.getName().equals("settings");
    }

    String xml() {
        return root.toString().replaceAll(" created-as=\"\\w+\"", "");
    }

    /** Goals of this plugin that other tools are configured with, by its artifact ID. */
    List<String> namedGoals() {
        return namedGoals(root).toList();
    }

    private static Stream<String> namedGoals(Xpp3Dom element) {
        return PluginCoordinates.KEY.endsWith(":" + element.getAttribute("artifactId"))
                ? texts(element)
                : Stream.of(element.getChildren()).flatMap(PomFragment::namedGoals);
    }

    private static Stream<String> texts(Xpp3Dom element) {
        return element.getChildCount() == 0
                ? Stream.of(element.getValue())
                : Stream.of(element.getChildren()).flatMap(PomFragment::texts);
    }
}
