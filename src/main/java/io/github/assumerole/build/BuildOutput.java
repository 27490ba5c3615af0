package io.github.assumerole.build;

import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * What a project has built, and what will be deployed: the build directory; the POM, which the flatten-maven-plugin
 * replaces; and the artifacts, which plugins can attach from other directories.
 */
public final class BuildOutput {
    private BuildOutput() {}

    /** Directories and files, which need not exist. */
    public static Stream<Path> of(MavenProject project, MavenSession session) {
        Stream<File> artifacts = Stream.concat(
                        Stream.ofNullable(project.getArtifact()), project.getAttachedArtifacts().stream())
                .map(Artifact::getFile);
        Stream<Path> deployed = Stream.concat(Stream.of(project).map(MavenProject::getFile), artifacts)
                .filter(Objects::nonNull)
                .map(File::toPath);
        return Stream.concat(Stream.of(BuildDirectory.of(project, session)), deployed);
    }
}
