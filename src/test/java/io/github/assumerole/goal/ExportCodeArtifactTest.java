package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.build.IssuedSecret;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.repository.ArtifactRepository;
import org.apache.maven.artifact.repository.ArtifactRepositoryPolicy;
import org.apache.maven.artifact.repository.MavenArtifactRepository;
import org.apache.maven.artifact.repository.layout.DefaultRepositoryLayout;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorization tokens of CodeArtifact in Maven's own repositories. */
class ExportCodeArtifactTest extends GoalTest {
    private static final String TO = "exportTo=codeArtifact";
    private static final String HOST = "https://acme-libs-444455556666.d.codeartifact.eu-central-1.amazonaws.com";
    private static final String FORM =
            "https://<domain>-<owner>.d.codeartifact.<region>.amazonaws.com/maven/<repository>/";

    private final ArtifactRepository releases = repository("libs", HOST + "/maven/releases/");
    private final ArtifactRepository all = repository("libs", HOST + "/maven/all");
    private final ArtifactRepository central = repository("central", "https://server.example.com/maven");

    @BeforeEach
    void configure() {
        parameter("roleArn", StandardWorld.PUBLISHER);
        project.setReleaseArtifactRepository(releases);
        project.setRemoteArtifactRepositories(List.of(all, central));
    }

    @Test
    void logsInToRepositoriesOfCodeArtifact() throws Exception {
        assumeRole(TO).execute();

        String token = releases.getAuthentication().getPassword();
        assertEquals("aws", releases.getAuthentication().getUsername());
        assertTrue(aws.secrets().contains(token));
        assertEquals(token, all.getAuthentication().getPassword());
        assertNull(central.getAuthentication());
        assertTrue(lastLine().endsWith(" -> repositories libs"), lastLine());
        assertEquals(0, Build.names(project, "aws.").count());
        assertLoggedNoSecret();

        build.end();

        assertNull(releases.getAuthentication());
        assertNull(all.getAuthentication());
    }

    @Test
    void recordsTokenForCheckLeaks() throws Exception {
        assumeRole(TO).execute();

        String token = releases.getAuthentication().getPassword();
        assertEquals(
                Set.of(
                        "secret access key",
                        "session token",
                        "CodeArtifact token of acme-libs (owner 444455556666," + " region eu-central-1)"),
                build.state().issued().stream().map(IssuedSecret::kind).collect(Collectors.toSet()));
        assertTrue(build.state().issued().stream()
                .anyMatch(secret -> secret.value().reveal().equals(token)));
    }

    @Test
    void requestsTokenOncePerSession() throws Exception {
        assumeRole(TO).execute();
        assumeRole(TO).execute();
        assertEquals(1, tokens());
        String first = releases.getAuthentication().getPassword();

        assumeRole(TO, "roleSessionName=another").execute();

        assertEquals(2, tokens());
        assertNotEquals(first, releases.getAuthentication().getPassword());
        build.end();
        assertNull(releases.getAuthentication());
    }

    @Test
    void requestsTokenOfEachDomain() {
        project.setRemoteArtifactRepositories(List.of(
                all,
                repository("other", "https://other-444455556666.d.codeartifact.eu-west-1.amazonaws.com/maven/r/")));

        List<String> failure = failed(assumeRole(TO));

        assertTrue(
                failure.get(0)
                        .startsWith(
                                "Cannot get an authorization token for the CodeArtifact domain other (owner"
                                        + " 444455556666, region eu-west-1): CodeArtifact answered ResourceNotFoundException, "),
                failure::toString);
        assertEquals(2, tokens());
        // All of them or none.
        assertNull(releases.getAuthentication());
    }

    @Test
    void cachesDenialsOnly() {
        aws.fault("GetAuthorizationToken", Fault.empty(503), Fault.error(403, "AccessDeniedException", "no"));
        parameter("maxAttempts", "1");

        failed(assumeRole(TO));
        failed(assumeRole(TO));
        failed(assumeRole(TO));

        assertEquals(2, tokens());
        assertEquals(1, assumed());
    }

    @Test
    void logsInToRepositoryWithAnotherUrl() throws Exception {
        assumeRole(TO, "exportServerId=central", "codeArtifactDomain=acme-libs", "codeArtifactRegion=eu-central-1")
                .execute();

        assertEquals("aws", central.getAuthentication().getUsername());
        assertNull(releases.getAuthentication());
        assertTrue(lastLine().endsWith(" -> repositories central"), lastLine());
    }

    @Test
    void warnsOnceOfPlainHttp() throws Exception {
        project.setRemoteArtifactRepositories(List.of(
                repository("libs", "http://server.example.com/libs"),
                repository("local", "http://127.0.0.1:8081/libs")));
        parameter("codeArtifactDomain", "acme-libs");
        parameter("codeArtifactRegion", "eu-central-1");

        assumeRole(TO, "exportServerId=libs,local").execute();
        assumeRole(TO, "exportServerId=libs,local").execute();

        assertEquals(
                List.of("[WARNING] Repository libs uses plain HTTP: its login is sent unencrypted. Use HTTPS."),
                warnings());
    }

    @Test
    void prefersParametersToUrl() {
        failed(assumeRole(TO, "codeArtifactDomainOwner=111122223333", "codeArtifactRegion=eu-west-1"));

        assertEquals(
                "111122223333",
                aws.calls("GetAuthorizationToken").get(0).parameters().get("domain-owner"));
        assertEquals(
                "eu-west-1",
                aws.calls("GetAuthorizationToken").get(0).parameters().get("signingRegion"));
    }

    @Test
    void usesRepositoryOfVersionOnly() throws Exception {
        project.setReleaseArtifactRepository(central);
        project.setRemoteArtifactRepositories(List.of());
        DeploymentRepository snapshots = new DeploymentRepository();
        snapshots.setId("snapshots");
        snapshots.setUrl(HOST + "/maven/snapshots/");
        project.getModel().setDistributionManagement(new DistributionManagement());
        project.getDistributionManagement().setSnapshotRepository(snapshots);

        assumeRole(TO).execute();

        assertEquals(0, tokens());
        assertTrue(lastLine().endsWith(" -> no repository, since this version uses none of them"), lastLine());
    }

    @Test
    void rejectsProjectWithoutRepositoryOfCodeArtifact() {
        project.setReleaseArtifactRepository(central);
        project.setRemoteArtifactRepositories(List.of());

        assertEquals(
                List.of("exportTo: codeArtifact finds no repository of this project with a URL like " + FORM
                        + "; add one to <distributionManagement>, or set <exportServerId> and <codeArtifactDomain>"),
                rejected(assumeRole(TO)));
    }

    @Test
    void rejectsRepositoryWithoutDomain() {
        assertEquals(
                List.of(
                        "exportServerId: no repository of this project has the id 'lib'; did you mean libs?",
                        "codeArtifactDomain: is missing: the URL of the repository 'central' contains no domain;"
                                + " expected a URL like " + FORM),
                rejected(assumeRole(TO, "exportServerId=central,lib")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"codeArtifact", "repositories"})
    void namesOtherTargetWithTheSameIds(String target) {
        assertEquals(
                List.of(
                        "exportServerId: no repository of this project has the id 'docker'; it has libs, central",
                        "exportServerId: settingsServer and " + target + " use the same ids; for different ids use two"
                                + " executions with one of the targets each"),
                rejected(assumeRole("exportTo=settingsServer," + target, "exportServerId=docker,libs")));
    }

    @Test
    void namesNoOtherTargetForAnIdGivenTwice() {
        assertEquals(
                List.of("exportServerId: central is given more than once; remove the duplicates"),
                rejected(assumeRole("exportTo=settingsServer,repositories", "exportServerId=central,central")));
    }

    @Test
    void rejectsTokenGivenTwice() {
        aws.fault(
                "GetAuthorizationToken",
                Fault.body(200, "application/json", "{\"authorizationToken\":\"a\",\"authorizationToken\":\"b\"}"));

        List<String> failure = failed(assumeRole(TO));

        assertTrue(
                failure.get(0).contains(" returned a response that is not valid for CodeArtifact, or is incomplete"),
                failure::toString);
        assertNull(releases.getAuthentication());
    }

    @Test
    void rejectsInvalidDomain() {
        assertEquals(
                List.of(
                        "codeArtifactDomain: 'Acme_Libs' is not the name of a CodeArtifact domain; expected 2 to 50"
                                + " lower-case letters, digits and hyphens",
                        "codeArtifactDomainOwner: '44445555666' is not an account ID; expected 12 digits",
                        "codeArtifactRegion: 'EU' is not the name of a region; expected one like eu-central-1"),
                rejected(assumeRole(
                        TO,
                        "codeArtifactDomain=Acme_Libs",
                        "codeArtifactDomainOwner=44445555666",
                        "codeArtifactRegion=EU")));
    }

    @Test
    void rejectsDomainWithoutTarget() {
        assertEquals(
                List.of("codeArtifactDomain: is set, but <exportTo> does not contain codeArtifact; add it"),
                rejected(assumeRole("codeArtifactDomain=acme-libs")));
    }

    @Test
    void rejectsOfflineBuild() {
        build.offline();

        assertEquals(
                "Cannot run assume-role: Maven is offline (-o, or <offline> in settings.xml), and this goal has to call"
                        + " AWS.",
                rejected(assumeRole(TO)).get(0));
    }

    private int tokens() {
        return aws.calls("GetAuthorizationToken").size();
    }

    private static ArtifactRepository repository(String id, String url) {
        return new MavenArtifactRepository(
                id, url, new DefaultRepositoryLayout(), new ArtifactRepositoryPolicy(), new ArtifactRepositoryPolicy());
    }
}
