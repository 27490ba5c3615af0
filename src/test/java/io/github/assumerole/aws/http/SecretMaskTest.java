package io.github.assumerole.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.role.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
    private static final String TOKEN = "FwoGZXIvYXdzEJr/+ab/xyz==";

    private final SecretMask mask = new SecretMask(List.of(Secret.of("k/1"), Secret.of(TOKEN)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOKEN,
                "FwoGZXIvYXdzEJr%2F%2Bab%2Fxyz%3D%3D",
                "FwoGZXIvYXdzEJr%2f%2bab%2fxyz%3d%3d",
                "FwoGZXIvYXdzEJr%252F%252Bab%252Fxyz%253D%253D",
                "FwoGZXIvYXdzEJr&#47;&#43;ab&#047;xyz==",
                "FwoGZXIvYXdzEJr&#x2F;&#x2b;ab&#X002f;xyz&#61;=",
                "FwoGZXIvYXdzEJr\\/+ab\\/xyz==",
                "FwoGZXIvYXdzEJr\\u002F\\u002bab/xyz\\u003d="
            })
    void masksEachEncoding(String quoted) {
        assertEquals("token **** and key ****", mask.mask("token " + quoted + " and key k%2F1"));
    }

    @Test
    void masksBase64() {
        String base64 = Base64.getEncoder().encodeToString((TOKEN + "; x").getBytes(StandardCharsets.UTF_8));

        assertEquals("****" + base64.substring(32), mask.mask(base64));
    }

    @Test
    void keepsOtherTexts() {
        assertEquals("k1 k%1 FwoGZXIvYXdzEJr", mask.mask("k1 k%1 FwoGZXIvYXdzEJr"));
    }
}
