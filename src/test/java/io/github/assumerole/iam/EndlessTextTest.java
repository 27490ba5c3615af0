package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** A text that is pasted by mistake can be of any length, and is read or refused like any other. */
final class EndlessTextTest {
    @Test
    void anIssuerMayHaveAnyNumberOfFolders() {
        String text = "idp.example.com" + "/a".repeat(1_000_000);

        assertEquals(text, OidcIssuer.parse("https://" + text).name());
    }

    @Test
    void aPartitionMayHaveAnyNumberOfPartsAndIsRefusedAllTheSame() {
        String text = "arn:aws" + "-a".repeat(1_000_000) + ":iam::111122223333:group/ci";

        assertThrows(IllegalArgumentException.class, () -> IamPrincipal.parse(text));
    }
}
