package io.github.assumerole.build;

import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The build directory of a project. */
public final class BuildDirectory {
    private BuildDirectory() {}

    /** Without a POM, Maven does not resolve the variable in the path; a directory with that name would be created. */
    public static Path of(MavenProject project, MavenSession session) {
        String directory = project.getBuild().getDirectory();
        return directory.contains("${") ? Path.of(session.getExecutionRootDirectory(), "target") : Path.of(directory);
    }
}
