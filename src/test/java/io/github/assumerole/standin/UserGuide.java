package io.github.assumerole.standin;

import java.net.URI;
import java.util.stream.Collectors;

/** The usage text for a server started on the command line. */
final class UserGuide {
    private UserGuide() {}

    static String render(URI endpoint, World world) {
        String roles = world.iam().roles().keySet().stream()
                .map(arn -> "  " + arn)
                .sorted()
                .collect(Collectors.joining("\n"));
        return """
                STS, S3 and CodeArtifact listen at %1$s until this process ends.

                export AWS_ENDPOINT_URL=%1$s
                export AWS_REGION=eu-central-1
                export AWS_DEFAULT_REGION=eu-central-1
                export AWS_ACCESS_KEY_ID=%2$s
                export AWS_SECRET_ACCESS_KEY=%3$s
                export AWS_EC2_METADATA_DISABLED=true

                Roles:
                %4$s

                Try:
                  aws sts get-caller-identity
                  aws sts assume-role --role-arn %5$s --role-session-name try
                  mvn io.github.assumerole:assume-role-maven-plugin:list-buckets -Dassume-role.roleArn=%5$s -Dassume-role.endpointUrl=%1$s
                """
                .formatted(
                        endpoint, StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, roles, StandardWorld.CI_DEPLOY);
    }
}
