package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IamLiteralTest {
    @ParameterizedTest
    @CsvSource({
        "${aws:username}, ${$}{aws:username}, ${$}{aws:username}",
        "$${a}, $${$}{a}, $${$}{a}",
        "a*b?c, a*b?c, a${*}b${?}c",
        "$5 {a} $, $5 {a} $, $5 {a} $",
        "arn:aws:iam::111122223333:role/a, arn:aws:iam::111122223333:role/a, arn:aws:iam::111122223333:role/a"
    })
    void escapesVariablesAndWildcardsOfResources(String text, String value, String resource) {
        assertEquals(value, IamLiteral.value(text));
        assertEquals(resource, IamLiteral.resource(text));
    }
}
