package io.github.assumerole.maven;

import org.apache.maven.execution.MavenExecutionRequest;

/** Whether a build may be in two modules at a time. */
final class SideBySide {
    private static final String ONE_AFTER_THE_OTHER = "singlethreaded";

    private SideBySide() {}

    /**
     * Asks for the builder as well as for the threads: Maven 4's {@code -b concurrent} goes from module to module
     * within a phase, even with a single thread.
     */
    static boolean of(MavenExecutionRequest request, int modules) {
        return modules > 1
                && (request.getDegreeOfConcurrency() > 1 || !ONE_AFTER_THE_OTHER.equals(request.getBuilderId()));
    }
}
