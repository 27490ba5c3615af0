package io.github.assumerole.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.NoSecrets;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.IdentityToken;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebIdentityTest {
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitlab", "bitbucket", "circleci", "auto", "env:TOKEN", "env:_my_Token2"})
    void acceptsKnownNames(String name) {
        assertEquals(name, WebIdentity.parse(name).toString());
    }

    @ParameterizedTest
    @CsvSource({"GitHub, github", "AUTO, auto", "env:My_TOKEN, env:My_TOKEN"})
    void ignoresCaseOfServersButNotOfVariables(String text, String name) {
        assertEquals(name, WebIdentity.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"githb", "git-hub", "env:", "env:MY-TOKEN", "env:2", "env", "jenkins", TOKEN, "env:" + TOKEN})
    void listsAllowedValuesAndQuotesShortName(String name) {
        String quoted = name.contains(TOKEN) ? "" : "'" + name + "' ";

        assertEquals(
                quoted + "is not one of github, gitlab, bitbucket, circleci, auto, or env:NAME with the name of an"
                        + " environment variable",
                assertThrows(IllegalArgumentException.class, () -> WebIdentity.parse(name))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "gitlab,    GITLAB_OIDC_TOKEN,         the web identity token of GitLab CI",
        "gitlab,    CI_JOB_JWT_V2,             the web identity token of GitLab CI",
        "bitbucket, BITBUCKET_STEP_OIDC_TOKEN, the web identity token of Bitbucket Pipelines",
        "circleci,  CIRCLE_OIDC_TOKEN_V2,      the web identity token of CircleCI",
        "circleci,  CIRCLE_OIDC_TOKEN,         the web identity token of CircleCI",
        "env:MINE,  MINE,                      the web identity token in the environment variable MINE"
    })
    void readsTokenFromVariable(String name, String variable, String source) {
        IdentityToken token = token(name, Map.of(variable, " " + TOKEN + "\n"));

        assertEquals(TOKEN, token.fetch().reveal());
        assertEquals(source, token.source());
        assertFalse(token.toString().contains(TOKEN));
    }

    @Test
    void prefersNewerVariable() {
        assertEquals(
                "new",
                token("circleci", Map.of("CIRCLE_OIDC_TOKEN", "old", "CIRCLE_OIDC_TOKEN_V2", "new"))
                        .fetch()
                        .reveal());
        assertEquals(
                "old",
                token("circleci", Map.of("CIRCLE_OIDC_TOKEN", "old", "CIRCLE_OIDC_TOKEN_V2", " "))
                        .fetch()
                        .reveal());
    }

    @ParameterizedTest
    @CsvSource({
        "gitlab,    none of the environment variables GITLAB_OIDC_TOKEN and CI_JOB_JWT_V2 is set.,        id_tokens",
        "bitbucket, the environment variable BITBUCKET_STEP_OIDC_TOKEN is not set.,                       oidc: true",
        "circleci,  none of the environment variables CIRCLE_OIDC_TOKEN_V2 and CIRCLE_OIDC_TOKEN is set., context",
        "env:MINE,  the environment variable MINE is not set.,                                            MINE"
    })
    void reportsMissingVariableWithCure(String name, String cameBack, String advice) {
        AwsAccessException failure = failure(token(name, Map.of("HOME", "/root")));

        assertEquals(cameBack, failure.cameBack());
        assertTrue(failure.getMessage().contains(advice), failure.getMessage());
    }

    @Test
    void rejectsTokenWithLineBreakWithoutQuotingIt() {
        AwsAccessException failure = failure(token("env:MINE", Map.of("MINE", TOKEN + "\n" + TOKEN)));

        NoSecrets.in(failure, List.of(TOKEN));
        assertTrue(failure.cameBack().startsWith("the environment variable MINE contains more than a token"));
    }

    @ParameterizedTest
    @CsvSource({
        "GITLAB_OIDC_TOKEN,         the web identity token of GitLab CI",
        "BITBUCKET_STEP_OIDC_TOKEN, the web identity token of Bitbucket Pipelines",
        "CIRCLE_OIDC_TOKEN_V2,      the web identity token of CircleCI"
    })
    void selectsAvailableTokenWithAuto(String variable, String source) {
        IdentityToken token = token("auto", Map.of(variable, TOKEN));

        assertEquals(source, token.source());
        assertEquals(TOKEN, token.fetch().reveal());
    }

    @Test
    void prefersGitHubWithAuto() {
        Map<String, String> environment = new HashMap<>(Map.of("GITLAB_OIDC_TOKEN", TOKEN));
        environment.put("ACTIONS_ID_TOKEN_REQUEST_URL", "http://127.0.0.1:1/");
        assertEquals(
                "the web identity token of GitLab CI",
                token("auto", environment).source());

        environment.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "bearer");
        assertEquals(
                "the web identity token of GitHub Actions with audience sts.amazonaws.com",
                token("auto", environment).source());
    }

    @Test
    void distinguishesTokensByAudience() {
        IdentityToken token = WebIdentity.parse("github").token(Map.of(), "one", uri -> null, Duration.ZERO);

        assertEquals(
                "the web identity token of GitHub Actions with audience one",
                new BaseCredentialsSource.WebIdentity(token).description());
    }

    @Test
    void listsCheckedServersWithAuto() {
        IdentityToken token = token("auto", Map.of());
        AwsAccessException failure = failure(token);

        assertEquals("the web identity token of the CI server", token.source());
        assertEquals(
                """
                this job has none. Checked, in this order:
                  - the web identity token of GitHub Actions with audience sts.amazonaws.com: ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN
                  - the web identity token of GitLab CI: GITLAB_OIDC_TOKEN or CI_JOB_JWT_V2
                  - the web identity token of Bitbucket Pipelines: BITBUCKET_STEP_OIDC_TOKEN
                  - the web identity token of CircleCI: CIRCLE_OIDC_TOKEN_V2 or CIRCLE_OIDC_TOKEN""",
                failure.cameBack());
        assertTrue(failure.getMessage().contains("id-token: write"), failure.getMessage());
        assertTrue(failure.getMessage().contains("env:NAME"), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"aws, sts.amazonaws.com", "aws-cn, sts.amazonaws.com.cn", "aws-us-gov, sts.amazonaws.com"})
    void selectsAudienceByPartition(String partition, String audience) {
        assertEquals(audience, WebIdentity.audienceIn(partition));
    }

    @ParameterizedTest
    @CsvSource({"github, true", "auto, true", "gitlab, false", "env:X, false"})
    void acceptsAudienceForGitHubOnly(String name, boolean expected) {
        assertEquals(expected, WebIdentity.parse(name).takesAudience());
    }

    private static IdentityToken token(String name, Map<String, String> environment) {
        return WebIdentity.parse(name).token(environment, "sts.amazonaws.com", uri -> null, Duration.ofSeconds(1));
    }

    private static AwsAccessException failure(IdentityToken token) {
        return assertThrows(AwsAccessException.class, token::fetch);
    }
}
