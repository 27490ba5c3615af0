package io.github.assumerole.codeartifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeArtifactDomainTest {
    @ParameterizedTest
    @CsvSource({
        "https://acme-111122223333.d.codeartifact.eu-central-1.amazonaws.com/maven/libs/, acme, eu-central-1",
        "https://acme-libs-eu-111122223333.d.codeartifact.us-west-2.amazonaws.com/maven/libs, acme-libs-eu, us-west-2",
        "https://a1-999988887777-111122223333.d.codeartifact.us-west-2.amazonaws.com/maven/r/, a1-999988887777, us-west-2",
        "https://acme-111122223333.d.codeartifact.cn-north-1.amazonaws.com.cn/maven/libs/, acme, cn-north-1",
        "https://acme-111122223333.d.codeartifact.eu-central-1.on.aws/maven/libs/, acme, eu-central-1",
        "HTTPS://ACME-111122223333.D.CodeArtifact.EU-Central-1.AmazonAWS.com:443/maven/Libs/, acme, eu-central-1"
    })
    void readsUrl(String url, String name, String region) {
        assertEquals(
                Optional.of(new CodeArtifactDomain(name, Optional.of("111122223333"), region)),
                CodeArtifactDomain.ofUrl(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "http://acme-111122223333.d.codeartifact.eu-central-1.amazonaws.com/maven/libs/",
                "https://me:secret@acme-111122223333.d.codeartifact.eu-central-1.amazonaws.com/maven/libs/",
                "https://acme-11112222333.d.codeartifact.eu-central-1.amazonaws.com/maven/libs/",
                "https://acme-1111222233334.d.codeartifact.eu-central-1.amazonaws.com/maven/libs/",
                "https://111122223333.d.codeartifact.eu-central-1.amazonaws.com/maven/libs/",
                "https://acme-111122223333.d.codeartifact.eu-central-1.amazonaws.com/npm/libs/",
                "https://acme-111122223333.d.codeartifact.eu-central-1.amazonaws.com/maven/",
                "https://acme-111122223333.d.codeartifact.eu-central-1.amazonaws.com.example.com/maven/libs/",
                "https://acme-111122223333.d.codeartifact.eu-central-1.example.com/maven/libs/",
                "https://example.com/https://acme-111122223333.d.codeartifact.eu-central-1.amazonaws.com/maven/libs/"
            })
    void ignoresOtherUrls(String url) {
        assertEquals(Optional.empty(), CodeArtifactDomain.ofUrl(url));
    }

    @Test
    void parametersTakePrecedenceOverUrl() {
        String url = "https://acme-111122223333.d.codeartifact.eu-central-1.amazonaws.com/maven/libs/";
        DomainParameters parameters =
                new DomainParameters(Optional.of("other"), Optional.of("999988887777"), Optional.of("us-east-1"));

        assertEquals(
                Optional.of(new CodeArtifactDomain("other", Optional.of("999988887777"), "us-east-1")),
                parameters.domainOf(url, "eu-west-1"));
        assertEquals(
                Optional.of(new CodeArtifactDomain("acme", Optional.of("111122223333"), "eu-central-1")),
                DomainParameters.NONE.domainOf(url, "eu-west-1"));
    }

    @Test
    void usesDefaultsForOtherUrls() {
        DomainParameters named = new DomainParameters(Optional.of("acme"), Optional.empty(), Optional.empty());

        assertEquals(
                Optional.of(new CodeArtifactDomain("acme", Optional.empty(), "eu-west-1")),
                named.domainOf("https://server.example.com/", "eu-west-1"));
        assertEquals(Optional.empty(), DomainParameters.NONE.domainOf("https://server.example.com/", "eu-west-1"));
    }
}
