package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What list-buckets refuses before it calls anybody, and in which words. */
class ListBucketsConfigurationTest extends GoalTest {
    private static final String EMPTY_ENTRY = "has an empty entry; remove it, or give it a value";

    ListBucketsConfigurationTest() {
        super("list-buckets");
    }

    @BeforeEach
    void wouldSucceedOtherwise() {
        parameter("allowDefaultCredentials", "true");
    }

    @Test
    void tellsAllProblemsAtOnceEachAfterItsParameter(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "s3EndpointUrl", value = "s3.example.com")
                    @MojoParameter(name = "roleArn", value = "role/ci-deploy")
                    @MojoParameter(name = "propertyPrefix", value = "$")
                    @MojoParameter(name = "requiredBuckets", value = "s3://app-logs,web")
                    @MojoParameter(name = "forbiddenBuckets", value = "w*")
                    @MojoParameter(name = "prefix", value = "app-")
                    @MojoParameter(name = "pageSize", value = "0")
                    @MojoParameter(name = "maxRows", value = "-1")
                    ListBucketsMojo goal) {
        assertEquals(
                List.of(
                        "s3EndpointUrl: 's3.example.com' is not an http or https URL with a host; expected one like"
                                + " https://s3.example.com:9000",
                        "roleArn: 'role/ci-deploy' is neither an ARN nor a role name; expected arn:aws:iam::<12-digit"
                                + " account>:role/<name>, or a role name",
                        "propertyPrefix: '$' cannot start a property name; expected letters, digits, '.', '_'"
                                + " and '-'",
                        "requiredBuckets: 's3://app-logs' is a URL; write only the bucket name: 'app-logs'",
                        "rules: no account satisfies both: required bucket web, forbidden pattern 'w*'",
                        "prefix: required bucket web is outside of prefix 'app-', so it cannot be checked; change or"
                                + " remove prefix",
                        "prefix: forbidden pattern 'w*' is outside of prefix 'app-', so it cannot be checked; change or"
                                + " remove prefix",
                        "pageSize: 0 is too small, expected 1 to 10000",
                        "maxRows: -1 is too small, expected 0 or more"),
                refused(goal));
    }

    @Test
    void refusesAPageLargerThanThoseOfS3(
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "pageSize", value = "10001")
                    ListBucketsMojo goal) {
        assertEquals(List.of("pageSize: 10001 is too large, expected 1 to 10000"), refused(goal));
    }

    @Test
    void refusesTheEmptyEntryThatALostVariableLeaves(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "requiredBuckets", value = "app-logs,,app-artifacts")
                    @MojoParameter(name = "forbiddenBuckets", value = "tmp-*,")
                    ListBucketsMojo goal) {
        assertEquals(List.of("requiredBuckets: " + EMPTY_ENTRY, "forbiddenBuckets: " + EMPTY_ENTRY), refused(goal));
    }

    @Test
    void refusesAChainThatEndsNowhere(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "sourceRoles", value = "arn:aws:iam::111122223333:role/ci-runner")
                    ListBucketsMojo goal) {
        assertEquals(List.of("sourceRoles: is set, but not roleArn, the role to assume in the end"), refused(goal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requiredBuckets", "forbiddenBuckets", "roleArn"})
    void refusesWhatTheCommandLineSetsToNothing(String name, @InjectMojo(goal = "list-buckets") ListBucketsMojo goal) {
        parameter(name, "");

        assertEquals(List.of(name + ": assume-role." + name + " is empty; set a value or remove it"), refused(goal));
    }
}
