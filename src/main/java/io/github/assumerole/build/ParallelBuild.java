package io.github.assumerole.build;

import org.apache.maven.execution.MavenExecutionRequest;

/** Whether Maven can build two modules at the same time. */
final class ParallelBuild {
    private static final String SEQUENTIAL_BUILDER = "singlethreaded";

    private ParallelBuild() {}

    /**
     * Checks the builder as well as the number of threads: Maven 4's {@code -b concurrent} interleaves modules even
     * with a single thread.
     */
    static boolean of(MavenExecutionRequest request, int modules) {
        return modules > 1
                && (request.getDegreeOfConcurrency() > 1 || !SEQUENTIAL_BUILDER.equals(request.getBuilderId()));
    }
}
