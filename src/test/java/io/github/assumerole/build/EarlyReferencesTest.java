package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.Test;

class EarlyReferencesTest {
    private static final List<String> NAMES = List.of("aws.accountId", "aws.region");

    private static Map<String, String> in(String pom) throws Exception {
        Model model = new MavenXpp3Reader().read(new StringReader("<project>" + pom + "</project>"));
        return EarlyReferences.in(model, NAMES);
    }

    @Test
    void findsEveryPlaceThatMavenEvaluatesEarly() throws Exception {
        String x = "x-${aws.accountId}";
        String repository = "<id>" + x + "</id><url>" + x + "</url>";
        String dependency = "<dependency><groupId>" + x + "</groupId><artifactId>" + x + "</artifactId><version>" + x
                + "</version><systemPath>" + x + "</systemPath></dependency>";

        assertEquals(
                Stream.of(
                                "groupId",
                                "version",
                                "scm.connection",
                                "scm.developerConnection",
                                "scm.tag",
                                "scm.url",
                                "build.directory",
                                "build.finalName",
                                "build.outputDirectory",
                                "build.sourceDirectory",
                                "build.testOutputDirectory",
                                "build.testSourceDirectory",
                                "build.resources.directory",
                                "build.resources.targetPath",
                                "distributionManagement.repository.id",
                                "distributionManagement.repository.url",
                                "distributionManagement.snapshotRepository.id",
                                "distributionManagement.snapshotRepository.url",
                                "distributionManagement.site.id",
                                "distributionManagement.site.url",
                                "repositories.repository.url",
                                "pluginRepositories.repository.url",
                                "dependencies.dependency.groupId",
                                "dependencies.dependency.artifactId",
                                "dependencies.dependency.version",
                                "dependencies.dependency.systemPath",
                                "dependencyManagement.dependency.groupId",
                                "dependencyManagement.dependency.artifactId",
                                "dependencyManagement.dependency.version",
                                "dependencyManagement.dependency.systemPath")
                        .collect(Collectors.toMap(place -> place, place -> "${aws.accountId}")),
                in("<groupId>" + x + "</groupId><version>" + x + "</version>"
                        + "<scm><connection>" + x + "</connection><developerConnection>" + x
                        + "</developerConnection><tag>" + x + "</tag><url>" + x + "</url></scm>"
                        + "<build><directory>" + x + "</directory><finalName>" + x + "</finalName><outputDirectory>" + x
                        + "</outputDirectory><sourceDirectory>" + x + "</sourceDirectory><testOutputDirectory>" + x
                        + "</testOutputDirectory><testSourceDirectory>" + x + "</testSourceDirectory>"
                        + "<testResources><testResource><directory>" + x + "</directory><targetPath>" + x
                        + "</targetPath></testResource></testResources></build>"
                        + "<distributionManagement><repository>" + repository + "</repository><snapshotRepository>"
                        + repository + "</snapshotRepository><site>" + repository + "</site></distributionManagement>"
                        + "<repositories><repository>" + repository + "</repository></repositories>"
                        + "<pluginRepositories><pluginRepository>" + repository
                        + "</pluginRepository></pluginRepositories>"
                        + "<dependencies>" + dependency + "</dependencies>"
                        + "<dependencyManagement><dependencies>" + dependency
                        + "</dependencies></dependencyManagement>"));
    }

    @Test
    void findsOnlyPublishedNames() throws Exception {
        assertEquals(
                Map.of("version", "${aws.region}"),
                in("<groupId>${aws.other}</groupId><version>1-${aws.region}</version>"));
    }

    @Test
    void acceptsWhatIsEvaluatedLate() throws Exception {
        assertEquals(
                Map.of(),
                in("<properties><a>${aws.region}</a></properties><build><plugins><plugin><artifactId>p</artifactId>"
                        + "<configuration><a>${aws.region}</a></configuration></plugin></plugins></build>"));
        assertEquals(Map.of(), EarlyReferences.in(new Model(), NAMES));
    }
}
