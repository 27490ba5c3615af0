package io.github.assumerole.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The POM of a release. */
record PublishedPom(Document document) {
    private static final List<String> REQUIRED = List.of(
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "developers/developer/organization",
            "developers/developer/organizationUrl",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");

    static PublishedPom parse(byte[] xml) throws IOException {
        try {
            return new PublishedPom(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
        } catch (ParserConfigurationException | SAXException invalid) {
            throw new IOException("the POM is not XML", invalid);
        }
    }

    List<String> problems(String group, String artifact, String version) {
        List<String> problems = new ArrayList<>();
        equal(problems, "groupId", group);
        equal(problems, "artifactId", artifact);
        equal(problems, "version", version);
        equal(problems, "packaging", "maven-plugin");
        for (String path : REQUIRED) {
            if (values("/project/" + path).stream().allMatch(String::isBlank)) {
                problems.add("the POM has no " + path);
            }
        }
        values("//version").stream()
                .filter(value -> value.endsWith("-SNAPSHOT"))
                .forEach(value -> problems.add("the POM refers to " + value));
        values("//text()").stream()
                .map(String::strip)
                .filter(value -> value.contains("${"))
                .forEach(value -> problems.add("the POM does not define " + value));
        for (String unwanted : List.of("parent", "dependencies", "dependencyManagement", "build", "profiles")) {
            if (!values("/project/" + unwanted).isEmpty()) {
                problems.add("the POM is not flattened: it has " + unwanted);
            }
        }
        return problems;
    }

    private void equal(List<String> problems, String element, String expected) {
        List<String> actual = values("/project/" + element);
        if (!actual.equals(List.of(expected))) {
            problems.add("the POM has " + element + " " + actual + ", expected " + expected);
        }
    }

    private List<String> values(String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> nodes.item(i).getTextContent())
                    .toList();
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(path, wrong);
        }
    }
}
