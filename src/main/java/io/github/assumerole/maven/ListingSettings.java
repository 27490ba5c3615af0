package io.github.assumerole.maven;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.Validation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.project.MavenProject;

/** How buckets are listed, and with which credentials. */
record ListingSettings(Optional<Integer> pageSize, boolean allowDefaultCredentials) {
    private static final int MAX_PAGE_SIZE = 10_000;

    BucketQuery query(BucketSelection selection, Validation validation) {
        OptionalInt size = pageSize.stream()
                .mapToInt(number -> validation.between("pageSize", number, 1, MAX_PAGE_SIZE))
                .findFirst();
        return new BucketQuery(selection.prefix(), size, selection.region());
    }

    /** @throws AccessFailed when there are no credentials */
    BucketSource.Found find(
            Identity identity, BuildState state, MavenProject project, PropertyNames names, BucketQuery query) {
        return new BucketSource(identity)
                .find(state.credentials(project, names.prefix()), allowDefaultCredentials, query)
                .orElseThrow(() -> noCredentials(project, names));
    }

    private static AccessFailed noCredentials(MavenProject project, PropertyNames names) {
        return new AccessFailed(
                "Cannot list any buckets",
                "no credentials found. Checked, in this order:\n  - roleArn: not configured\n  - assume-role with propertyPrefix "
                        + names.prefix() + ": did not run in " + project.getArtifactId()
                        + " in this build\n  - base credentials: allowDefaultCredentials is false",
                List.of(
                        "set <roleArn>, or -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>",
                        "run assume-role before this goal in the same module, with the same <propertyPrefix>",
                        "to use the account of the base credentials: -Dassume-role.allowDefaultCredentials"));
    }
}
