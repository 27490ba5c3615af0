package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcIssuerTest {
    @ParameterizedTest
    @CsvSource({
        "gitlab.example.com, gitlab.example.com",
        "https://gitlab.example.com, gitlab.example.com",
        "https://ghes.example.com/_services/token, ghes.example.com/_services/token",
        "api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc, "
                + "api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc",
        "https://tenant.example.com/, tenant.example.com/"
    })
    void isNamedByUrlWithoutScheme(String text, String name) {
        OidcIssuer issuer = OidcIssuer.parse(text);

        assertEquals(name, issuer.toString());
        assertEquals(name + ":aud", issuer.claim("aud"));
        assertEquals("arn:aws:iam::111122223333:oidc-provider/" + name, issuer.providerIn(Requests.ROLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "http://gitlab.example.com",
                "gitlab.example.com:8443",
                "gitlab.example.com//a",
                "gitlab.example.com/a?b",
                "gitlab.example.com/*",
                "git lab"
            })
    void rejectsWhatIamCannotRegister(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> OidcIssuer.parse(text))
                .getMessage();

        assertEquals(
                "'" + text.replace("https://", "")
                        + "' is not an OIDC issuer; expected an https URL without a port, as in https://gitlab.example.com",
                message);
    }

    @Test
    void acceptsAnyNumberOfPathSegments() {
        String text = "idp.example.com" + "/a".repeat(1_000_000);

        assertEquals(text, OidcIssuer.parse("https://" + text).name());
    }
}
