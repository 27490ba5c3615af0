package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.StandardWorld;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.List;
import java.util.function.Function;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration errors are reported together and before any call. */
class InvalidConfigurationTest extends GoalTest {
    private static final String ROLE = "roleArn=" + StandardWorld.CI_DEPLOY;
    private static final String EMPTY_ENTRY = "has an empty entry; remove it, or give it a value";

    @Test
    void reportsAllErrorsOfAssumeRole() {
        build.define("aws.secretAccessKey", "stale").offline();

        List<String> parameters = rejected(assumeRole(
                        "roleArn=arn:aws:iam::4444:role/ci-deploy",
                        "roleSessionName=release 1.4",
                        "durationSeconds=60",
                        "externalId=x",
                        "policy=[]",
                        "policyArns=AdministratorAccess",
                        "sourceRoles=role/ci-runner",
                        "sourceIdentity=aws:bob",
                        "transitiveTagKeys=Project",
                        "mfaSerial=bob",
                        "mfaTokenEnv=123456",
                        "allowedAccountIds=build",
                        "webIdentityAudience=me",
                        "exportTo=stdout",
                        "region=Frankfurt",
                        "endpointUrl=localhost:4566",
                        "stsEndpointUrl=ftp://localhost",
                        "connectTimeoutSeconds=0",
                        "callTimeoutSeconds=901",
                        "maxAttempts=0",
                        "propertyPrefix=my aws."))
                .stream()
                .map(line -> line.split(": ")[0])
                .toList();

        assertEquals(
                "mfaTokenEnv endpointUrl stsEndpointUrl allowedAccountIds roleArn sourceRoles roleSessionName"
                        + " durationSeconds externalId policy policyArns transitiveTagKeys sourceIdentity mfaSerial"
                        + " connectTimeoutSeconds callTimeoutSeconds maxAttempts webIdentityAudience region propertyPrefix"
                        + " exportTo",
                String.join(" ", parameters));
    }

    @Test
    void reportsDefinedPropertyWithOtherErrors() {
        build.define("aws.secretAccessKey", "stale");

        assertEquals(
                List.of(
                        "durationSeconds: 60 is too small, expected 900 to 43200",
                        "roleArn: is missing; set <roleArn>, or"
                                + " -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>",
                        "propertyPrefix: aws.secretAccessKey is already defined by -Daws.secretAccessKey (on the command"
                                + " line, in MAVEN_ARGS or .mvn/maven.config), which would hide the value published to"
                                + " app; remove that definition, or set another <propertyPrefix>"),
                rejected(assumeRole("durationSeconds=60")));
    }

    @Test
    void reportsAllErrorsOfListBuckets() {
        assertEquals(
                List.of(
                        "s3EndpointUrl: 's3.example.com' is not an http or https URL with a host; expected one like"
                                + " https://s3.example.com:9000",
                        "roleArn: 'role/ci-deploy' is neither an ARN nor a role name; expected arn:aws:iam::<12-digit"
                                + " account>:role/<name>, or a role name",
                        "propertyPrefix: '$' cannot start a property name; expected letters, digits, '.', '_'"
                                + " and '-'",
                        "requiredBuckets: 's3://app-logs' is a URL; write only the bucket name: 'app-logs'",
                        "rules: no account satisfies both: required bucket web, forbidden pattern 'w*'; change or remove one of them",
                        "prefix: required bucket web is outside of prefix 'app-', so it cannot be checked; change or"
                                + " remove prefix",
                        "prefix: forbidden pattern 'w*' is outside of prefix 'app-', so it cannot be checked; change or"
                                + " remove prefix",
                        "pageSize: 0 is too small, expected 1 to 10000",
                        "waitSeconds: 3601 is too large, expected 0 to 3600",
                        "maxRows: -1 is too small, expected 0 or more",
                        "formats: 'pdf' is not one of table, text, json, csv, junit, sarif, markdown, html",
                        "reportName: '../x' is not a valid file name; expected 1 to 100 letters, digits, '.', '_' and"
                                + " '-', starting with a letter or digit"),
                rejected(listBuckets(
                        "s3EndpointUrl=s3.example.com",
                        "roleArn=role/ci-deploy",
                        "propertyPrefix=$",
                        "requiredBuckets=s3://app-logs,web",
                        "forbiddenBuckets=w*",
                        "prefix=app-",
                        "pageSize=0",
                        "waitSeconds=3601",
                        "maxRows=-1",
                        "formats=pdf",
                        "reportName=../x")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pageSize=10001 | pageSize: 10001 is too large, expected 1 to 10000",
                "sourceRoles=ci-runner | sourceRoles: is set, but roleArn is not; set <roleArn> to the last role of the chain",
                "failIfNoRules=true | failIfNoRules: is true, but no rule is configured; add a rule or remove failIfNoRules",
            })
    void rejectsConfigurationOfListBuckets(String element, String message) {
        assertEquals(List.of(message), rejected(listBuckets("allowDefaultCredentials=true", element)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allowedAccountIds",
                "policyArns",
                "sourceRoles",
                "transitiveTagKeys",
                "requiredBuckets",
                "forbiddenBuckets",
                "availableNames",
                "includes",
                "excludes",
                "formats"
            })
    void reportsEmptyPropertyOnce(String name) {
        for (String value : List.of(" ", ",", " , ")) {
            parameter(name, value);

            assertEquals(
                    List.of(name + ": assume-role." + name + " is empty; set a value or remove it"),
                    rejected(listBuckets(ROLE)),
                    "'" + value + "'");
        }
    }

    @Test
    void rejectsEmptyEntries() {
        assertEquals(
                List.of("requiredBuckets: " + EMPTY_ENTRY, "forbiddenBuckets: " + EMPTY_ENTRY),
                rejected(listBuckets("requiredBuckets=app-logs,,app-artifacts", "forbiddenBuckets=tmp-*,")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"roleArn", "profile", "policy", "endpointUrl", "sourceRoles", "exportTo", "receiptFile"})
    void rejectsEmptyParameters(String name) {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter(name, "");

        assertEquals(
                List.of(name + ": assume-role." + name + " is empty; set a value or remove it"),
                rejected(assumeRole()));
    }

    /** The modules of a build have the same properties. */
    @Test
    void warnsOnceOfPropertyThatPomOverrides() throws Exception {
        parameter("durationSeconds", "1800");
        assumeRole(ROLE, "durationSeconds=3600").execute();
        assumeRole(ROLE, "durationSeconds=3600").execute();

        assertEquals(
                List.of(
                        "[WARNING] durationSeconds: the POM sets it, so assume-role.durationSeconds is ignored; remove one"
                                + " of them"),
                warnings());
    }

    @Test
    void rejectsInvalidTags() {
        assertEquals(
                List.of(
                        "sessionTags: the value of 'Team' must have at most 256 letters, digits, spaces and"
                                + " _.:/=+-@",
                        "transitiveTagKeys: 'Projekt' is not a key of sessionTags; add the tag or remove the key"),
                rejected(assumeRole(
                        ROLE, "sessionTags/Project=shop", "sessionTags/Team=web & app", "transitiveTagKeys=Projekt")));
    }

    @ParameterizedTest
    @CsvSource({"900, 900, 900 is too large, 899", "3600, -1, -1 is too small, 3599"})
    void rejectsMinRemainingSecondsOutsideOfDuration(int duration, int minRemaining, String problem, int max) {
        assertEquals(
                List.of("minRemainingSeconds: " + problem + ", expected 0 to " + max + ": the session lasts "
                        + duration),
                rejected(assumeRole(ROLE, "durationSeconds=" + duration, "minRemainingSeconds=" + minRemaining)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"policyFile", "receiptFile", "webIdentityTokenFile"})
    void rejectsInvalidFileNameOfAssumeRole(String name) {
        noParameter("profile");

        assertRejectsInvalidFileName(name, element -> assumeRole(ROLE, element));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rulesFile", "outputDirectory"})
    void rejectsInvalidFileNameOfListBuckets(String name) {
        assertRejectsInvalidFileName(name, this::listBuckets);
    }

    @Test
    void rejectsInvalidFileNameOfOtherGoals() {
        assertRejectsInvalidFileName("rulesFile", this::initRules);
        assertRejectsInvalidFileName("outputFile", element -> iamPolicy(ROLE, element));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leakIncludes", "leakExcludes"})
    void rejectsEmptyEntryAndInvalidFileNameOfCheckLeaks(String name) {
        assertEquals(
                List.of(name + ": " + EMPTY_ENTRY, invalidFileName(name)), rejected(checkLeaks(name + "=.,,a\0b")));
    }

    @Test
    void rejectsFilesWithUndefinedVariable() {
        String undefined = ": ${nope} is not defined; define it or write a value";

        assertEquals(
                List.of("outputDirectory" + undefined),
                rejected(listBuckets("allowDefaultCredentials=true", "outputDirectory=${nope}/reports")));
        assertEquals(
                List.of("receiptFile" + undefined), rejected(assumeRole(ROLE, "receiptFile=target/${nope}/r.json")));
        assertEquals(List.of("leakExcludes" + undefined), rejected(checkLeaks("leakExcludes=${nope}/x")));
    }

    @Test
    void rejectsHugePolicyFile() throws Exception {
        File huge = createHugeFile();

        assertEquals(
                List.of("policyFile: " + huge + " is larger than 1 MiB, expected a session policy"),
                rejected(assumeRole(ROLE, "policyFile=" + huge)));
    }

    @Test
    void rejectsHugeTokenFile() throws Exception {
        noParameter("profile");
        File huge = createHugeFile();

        assertEquals(
                "Cannot read the web identity token file " + huge + ": the file is larger than 1 MiB.",
                rejected(assumeRole(ROLE, "webIdentityTokenFile=" + huge)).get(0));
    }

    /** On Linux without a locale, a name with an umlaut is invalid, too. */
    private void assertRejectsInvalidFileName(String parameter, Function<String, Mojo> goal) {
        assertEquals(List.of(invalidFileName(parameter)), rejected(goal.apply(parameter + "=a\0b")));
    }

    private String invalidFileName(String parameter) {
        return parameter + ": '" + directory
                + "/a\\u{0000}b' is not a valid file name on this machine: Nul character not"
                + " allowed; set another name, or check the locale that Maven runs in (LANG)";
    }

    /** The file is sparse: it needs no disk space. */
    private File createHugeFile() throws IOException {
        File file = new File(directory, "huge");
        try (RandomAccessFile sparse = new RandomAccessFile(file, "rw")) {
            sparse.setLength(3L << 30);
        }
        return file;
    }
}
