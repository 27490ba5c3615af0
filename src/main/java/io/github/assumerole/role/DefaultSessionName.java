package io.github.assumerole.role;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The name of a session when none is configured: the project and, on a CI server, the run, so that a line of CloudTrail
 * leads back to the job that caused it.
 */
public final class DefaultSessionName {
    /**
     * The variables that number a run, the more telling one of a server first. Wherever a server has both, the number
     * that its URLs are made of is taken rather than the one that is only counted up for people.
     */
    private static final List<String> RUN_NUMBERS = List.of(
            "GITHUB_RUN_ID", // GitHub Actions, Gitea, Forgejo
            "CI_JOB_ID", // GitLab
            "BITBUCKET_BUILD_NUMBER",
            "CIRCLE_BUILD_NUM",
            "BUILDKITE_BUILD_NUMBER",
            "BUILD_BUILDID", // Azure Pipelines
            "CODEBUILD_BUILD_NUMBER",
            "TRAVIS_BUILD_NUMBER",
            "APPVEYOR_BUILD_NUMBER",
            "SEMAPHORE_PIPELINE_NUMBER",
            "DRONE_BUILD_NUMBER",
            "CI_PIPELINE_NUMBER", // Woodpecker
            "bamboo_buildNumber",
            "BUILD_NUMBER"); // Jenkins, TeamCity; last, since many others set it as well

    private static final String PREFIX = "maven-";

    /** No server counts that far; what follows the last hyphen of a longer one is cut off at its front. */
    private static final int LONGEST_NUMBER = 32;

    private DefaultSessionName() {}

    /**
     * {@code maven-<artifactId>-<run>}, or {@code maven-<artifactId>} where no run is found. When that is too long, the
     * artifactId is cut and the run is not.
     *
     * @param environment the environment variables of the build
     */
    public static RoleSessionName of(String artifactId, Map<String, String> environment) {
        String run = RUN_NUMBERS.stream()
                .map(environment::get)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .findFirst()
                .map(number -> "-" + number.substring(Math.max(0, number.length() - LONGEST_NUMBER)))
                .orElse("");
        String project = PREFIX + artifactId;
        int room = RoleSessionName.MAX_LENGTH - run.length();
        return RoleSessionName.sanitised(project.substring(0, Math.min(project.length(), room)) + run);
    }
}
