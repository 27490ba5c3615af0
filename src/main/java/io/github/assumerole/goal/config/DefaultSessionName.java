package io.github.assumerole.goal.config;

import io.github.assumerole.role.RoleSessionName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The session name if none is configured: the project and, on a CI server, the number of the run, which leads from a
 * CloudTrail event to the CI job.
 */
public final class DefaultSessionName {
    /**
     * The environment variables with the number of the run, by precedence. For a server with several numbers, it is the
     * one in its URLs.
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
            "BUILD_NUMBER"); // Jenkins, TeamCity; last because many others set it as well

    private static final String PREFIX = "maven-";

    /** Longer than the number of any server; of a longer one, only the end is used. */
    private static final int LONGEST_NUMBER = 32;

    private DefaultSessionName() {}

    /**
     * {@code maven-<artifactId>-<run>}, or {@code maven-<artifactId>} if there is no run number. If it is too long, the
     * artifactId is cut and the run number is not.
     *
     * @param environment the environment variables of the build
     */
    public static RoleSessionName of(String artifactId, Map<String, String> environment) {
        String run = RUN_NUMBERS.stream()
                .flatMap(variable -> Stream.ofNullable(environment.get(variable)))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .findFirst()
                .map(number -> "-" + number.substring(Math.max(0, number.length() - LONGEST_NUMBER)))
                .orElse("");
        String project = PREFIX + artifactId;
        int room = RoleSessionName.MAX_LENGTH - run.length();
        return RoleSessionName.sanitized(project.substring(0, Math.min(project.length(), room)) + run);
    }
}
