package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.standin.BucketBuilder;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import io.github.assumerole.standin.text.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What iam-policy prints for all rules of a bucket is enough for the gate to decide them, and nothing of it is spare.
 */
class LeastPermissionsTest extends GoalTest {
    private static final String ROLE = "arn:aws:iam::555566667777:role/gate";
    private static final String LIST = "s3:ListAllMyBuckets";
    private static final String POLICY =
            """
            {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
                           "Condition": {"Bool": {"aws:SecureTransport": "false"}}}}""";

    /** The elements of a rule of their own, by the action that reads them. */
    private static final Map<String, String> ELEMENTS = elements();

    private final LocalAws world = LocalAws.start(World.standard()
            .account("555566667777", account -> account.role(
                            "gate", role -> role.trusts(StandardWorld.BOB_ARN).permissionsOf(() -> this.permissions))
                    .bucket("shop", "eu-central-1", Instant.EPOCH, LeastPermissionsTest::shop))
            .build());
    private String permissions = "";

    private static Map<String, String> elements() {
        Map<String, String> elements = new LinkedHashMap<>();
        elements.put("s3:GetBucketLocation", "<region>eu-*</region>");
        elements.put("s3:GetBucketVersioning", "<versioning>Enabled</versioning><mfaDelete>Enabled</mfaDelete>");
        elements.put(
                "s3:GetEncryptionConfiguration",
                "<encryption>aws:kms, aws:kms:dsse</encryption><kmsKeyId>alias/shop</kmsKeyId>"
                        + "<bucketKey>true</bucketKey>");
        elements.put("s3:GetBucketPublicAccessBlock", "<publicAccessBlocked>true</publicAccessBlocked>");
        elements.put("s3:GetBucketPolicyStatus", "<policyPublic>false</policyPublic>");
        elements.put("s3:GetBucketPolicy", "<secureTransportOnly>true</secureTransportOnly>");
        elements.put("s3:GetBucketOwnershipControls", "<objectOwnership>BucketOwnerEnforced</objectOwnership>");
        elements.put("s3:GetLifecycleConfiguration", "<lifecycle>true</lifecycle><expirationDays>30</expirationDays>");
        elements.put("s3:GetBucketLogging", "<logging>logs</logging>");
        elements.put("s3:GetBucketObjectLockConfiguration", "<objectLock>true</objectLock>");
        elements.put("s3:GetReplicationConfiguration", "<replication>true</replication>");
        elements.put("s3:GetBucketTagging", "<tags><team>core</team></tags>");
        return elements;
    }

    private static void shop(BucketBuilder bucket) {
        bucket.mfaDelete()
                .encryption("aws:kms", "alias/shop")
                .bucketKey()
                .policy(POLICY)
                .expires("", 30)
                .logsTo("logs")
                .objectLock()
                .replicatesTo("arn:aws:s3:::shop-copy", true)
                .tag("team", "core");
    }

    private static String[] gate() {
        String rules = ELEMENTS.entrySet().stream()
                .map(rule -> "<rule><bucket>shop</bucket>" + rule.getValue() + "<message>" + rule.getKey()
                        + "</message></rule>")
                .collect(Collectors.joining("", "<bucketRules>", "</bucketRules>"));
        return new String[] {rules, "requiredBuckets=shop", "minBuckets=1", "maxBuckets=1"};
    }

    @BeforeEach
    void configureRole() {
        parameter("endpointUrl", world.endpoint().toString());
        parameter("roleArn", ROLE);
    }

    @AfterEach
    void stopWorld() {
        world.close();
    }

    /** The actions on the bucket and the account that iam-policy prints, each with its resource. */
    private Map<String, String> printed() throws Exception {
        File file = new File(directory, "policies.json");
        parameter("outputFile", file.getPath());
        iamPolicy(gate()).execute();
        Map<String, String> resources = new LinkedHashMap<>();
        for (Object statement : statements(file)) {
            Map<?, ?> members = (Map<?, ?>) statement;
            List<?> actions = members.get("Action") instanceof List<?> some ? some : List.of(members.get("Action"));
            actions.forEach(action -> resources.put((String) action, (String) members.get("Resource")));
        }
        return resources;
    }

    private static List<?> statements(File file) throws IOException {
        Map<?, ?> policies = (Map<?, ?>) Json.parse(Files.readString(file.toPath()));
        return (List<?>) ((Map<?, ?>) policies.get("rolePermissions")).get("Statement");
    }

    private static String policy(Map<String, String> resources) {
        return resources.entrySet().stream()
                .map(grant -> "{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}"
                        .formatted(grant.getKey(), grant.getValue()))
                .collect(Collectors.joining(",", "{\"Statement\":[", "]}"));
    }

    @Test
    void printedPermissionsDecideEveryRule() throws Exception {
        Map<String, String> printed = printed();
        permissions = policy(printed);
        Set<String> expected = new TreeSet<>(ELEMENTS.keySet());
        expected.add(LIST);
        assertEquals(expected, new TreeSet<>(printed.keySet()));
        assertEquals(Set.of("*", "arn:aws:s3:::shop"), Set.copyOf(printed.values()), "only the bucket and the account");

        listBuckets(gate()).execute();

        assertEquals("[INFO] Bucket gate passed: 15 rules hold, checked against 1 bucket", lastLine());
    }

    static Stream<String> actions() {
        return ELEMENTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void withoutOneActionOnlyItsRuleIsUndecided(String action) throws Exception {
        Map<String, String> printed = printed();
        String resource = printed.remove(action);
        permissions = policy(printed);

        MojoExecutionException undecided = assertThrows(MojoExecutionException.class, listBuckets(gate())::execute);

        List<String> lines = undecided.getMessage().lines().toList();
        assertEquals(
                "Bucket gate undecided: 1 of 15 rules could not be checked",
                lines.get(0).split(": Cannot read ")[0]);
        assertEquals(
                1,
                lines.stream().filter(line -> line.startsWith("  undecided: ")).count(),
                undecided::getMessage);
        assertEquals(
                List.of("  - allow " + action + " on " + resource),
                lines.stream()
                        .filter(line -> line.startsWith("  - allow "))
                        .map(line -> line.replaceFirst(" in the policies .*", ""))
                        .toList());
    }

    @Test
    void withoutListingEveryRuleIsUndecided() throws Exception {
        Map<String, String> printed = printed();
        printed.remove(LIST);
        permissions = policy(printed);

        List<String> lines = new ArrayList<>(failed(listBuckets(gate())));

        assertEquals(
                "Bucket gate undecided: 15 of 15 rules could not be checked",
                lines.get(0).split(": Cannot ")[0]);
    }
}
