package io.github.assumerole.maven;

import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Where a project builds to. */
final class BuildDirectory {
    private BuildDirectory() {}

    /** Without a POM, Maven leaves a variable in the path, and a folder of that very name would be made. */
    static Path of(MavenProject project, MavenSession session) {
        String directory = project.getBuild().getDirectory();
        return directory.contains("${") ? Path.of(session.getExecutionRootDirectory(), "target") : Path.of(directory);
    }
}
