package io.github.assumerole.goal.config;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.build.BuildState;
import io.github.assumerole.export.PropertyNames;
import io.github.assumerole.goal.AwsContext;
import io.github.assumerole.goal.BucketCatalogs;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.project.MavenProject;

/** Parameters of the listing and of its credentials. */
public record ListingParameters(Optional<Integer> pageSize, boolean allowDefaultCredentials) {
    private static final int MAX_PAGE_SIZE = 10_000;

    public BucketQuery query(BucketSelection selection, ConfigurationProblems problems) {
        OptionalInt size = pageSize.stream()
                .mapToInt(number -> problems.between("pageSize", number, 1, MAX_PAGE_SIZE))
                .findFirst();
        return new BucketQuery(selection.prefix(), size, selection.region());
    }

    /** @throws AwsAccessException when there are no credentials */
    public BucketCatalogs.Found find(
            AwsContext context, BuildState state, MavenProject project, PropertyNames names, BucketQuery query) {
        return new BucketCatalogs(context)
                .find(state.credentials(project, names.prefix()), allowDefaultCredentials, query)
                .orElseThrow(() -> noCredentials(context, project, names));
    }

    private static AwsAccessException noCredentials(AwsContext context, MavenProject project, PropertyNames names) {
        return new AwsAccessException(
                "Cannot list any buckets",
                "no credentials found. Checked, in this order:\n  - roleArn: not configured\n  - assume-role with propertyPrefix "
                        + names.prefix() + ": did not run in " + project.getArtifactId()
                        + " in this build\n  - "
                        + context.connection()
                                .profile()
                                .map(profile -> "profile " + profile + ": assumes no role")
                                .orElse("profile: not configured")
                        + "\n  - base credentials: allowDefaultCredentials is false",
                List.of(
                        "set <roleArn>, or -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>",
                        "run assume-role before this goal in the same module, with the same <propertyPrefix>",
                        "to use the account of the base credentials: -Dassume-role.allowDefaultCredentials"));
    }
}
