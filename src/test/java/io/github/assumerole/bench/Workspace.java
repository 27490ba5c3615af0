package io.github.assumerole.bench;

import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the projects that are measured, and makes the commands that build them.
 *
 * @param directory for the projects
 * @param mavenHome the Maven that builds them
 * @param repository a local repository with this plugin
 * @param version of this plugin
 */
record Workspace(Path directory, Path mavenHome, Path repository, String version) {
    private static final String ASSUME_ROLE = "assume-role";
    private static final String LIST_BUCKETS = "list-buckets";

    /** A project without plugins. */
    Path empty() throws IOException {
        return project("empty", "");
    }

    /** A project with list-buckets and a rule. */
    Path gate() throws IOException {
        return project("gate", plugin(LIST_BUCKETS));
    }

    /** A project with assume-role. */
    Path session() throws IOException {
        return project("session", plugin(ASSUME_ROLE));
    }

    /** A project with both goals. */
    Path both() throws IOException {
        return project("both", plugin(ASSUME_ROLE, LIST_BUCKETS));
    }

    /** A project of modules that contain nothing but a parent. */
    Path reactor(int modules, String name, String... goals) throws IOException {
        Path root = Files.createDirectories(directory.resolve(name + "-" + modules));
        String names = IntStream.rangeClosed(1, modules)
                .mapToObj(module -> "    <module>m" + module + "</module>\n")
                .collect(Collectors.joining());
        write(root, "root", "", "  <modules>\n" + names + "  </modules>\n" + (goals.length == 0 ? "" : plugin(goals)));
        String parent =
                """
                  <parent>
                    <groupId>com.example</groupId>
                    <artifactId>root</artifactId>
                    <version>1</version>
                  </parent>
                """;
        for (int module = 1; module <= modules; module++) {
            write(Files.createDirectories(root.resolve("m" + module)), "m" + module, parent, "");
        }
        return root;
    }

    /** Maven, without output below warnings. */
    Command maven(String name, Path project, URI endpoint, String... arguments) {
        List<String> line = new ArrayList<>(List.of(mavenHome.resolve("bin/mvn").toString(), "-q", "-B"));
        line.add("-Dmaven.repo.local=" + repository);
        line.add("-Dassume-role.endpointUrl=" + endpoint);
        line.addAll(List.of(arguments));
        line.add("verify");
        return new Command(name, project, line, environment());
    }

    /** The variables of the user of the embedded AWS. */
    static Map<String, String> environment() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", StandardWorld.BOB_KEY_ID,
                "AWS_SECRET_ACCESS_KEY", StandardWorld.BOB_SECRET,
                "AWS_REGION", "eu-central-1",
                "AWS_DEFAULT_REGION", "eu-central-1",
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    }

    private Path project(String name, String build) throws IOException {
        Path project = Files.createDirectories(directory.resolve(name));
        write(project, name, "", build);
        return project;
    }

    private static void write(Path project, String name, String parent, String rest) throws IOException {
        Files.createDirectories(project.resolve(".mvn")); // no configuration of a directory above
        Files.writeString(
                project.resolve("pom.xml"),
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                %s  <groupId>com.example</groupId>
                  <artifactId>%s</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                %s</project>
                """
                        .formatted(parent, name, rest));
    }

    private String plugin(String... goals) {
        String executed = List.of(goals).stream()
                .map(goal -> "              <goal>" + goal + "</goal>\n")
                .collect(Collectors.joining());
        return """
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.github.assumerole</groupId>
                        <artifactId>assume-role-maven-plugin</artifactId>
                        <version>%s</version>
                        <configuration>
                          <roleArn>%s</roleArn>
                          <requiredBuckets><bucket>%s</bucket></requiredBuckets>
                        </configuration>
                        <executions>
                          <execution>
                            <goals>
                %s            </goals>
                          </execution>
                        </executions>
                      </plugin>
                    </plugins>
                  </build>
                """
                .formatted(version, StandardWorld.CI_DEPLOY, EmbeddedAws.REQUIRED, executed);
    }
}
