package io.github.assumerole.aws.http;

import io.github.assumerole.role.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Masks the secrets that were sent, in a text that a server returned. Servers, proxies and firewalls quote request
 * headers as they are, percent-encoded, or escaped for HTML, XML or JSON; some in Base64.
 */
record SecretMask(List<Secret> sent) {
    private static final String MASK = "****";

    /** Base64 encodes this many bytes at a time. */
    private static final int BASE64_GROUP = 3;

    String mask(String text) {
        String masked = text;
        for (Secret secret : sent) {
            String value = secret.reveal();
            if (text.length() >= value.length()) { // A request ID is usually shorter, and no escape is.
                masked = escaped(value).matcher(masked).replaceAll(MASK);
            }
            masked = masked.replace(base64(value), MASK);
        }
        return masked;
    }

    /** Matches the secret with each special character as it is or escaped. */
    private static Pattern escaped(String secret) {
        StringBuilder pattern = new StringBuilder();
        for (char c : secret.toCharArray()) {
            boolean isPlain = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (isPlain) {
                pattern.append(c);
            } else {
                String hex = String.format("%02x", (int) c);
                pattern.append("(?:\\\\?\\x").append(hex);
                pattern.append("|%(?:25)?(?i:").append(hex).append(')');
                pattern.append("|&#0*")
                        .append((int) c)
                        .append(";|&#[xX]0*(?i:")
                        .append(hex)
                        .append(");");
                pattern.append("|\\\\u00(?i:").append(hex).append("))");
            }
        }
        return Pattern.compile(pattern.toString());
    }

    /** Without the last, incomplete group, which depends on what follows. */
    private static String base64(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] groups = Arrays.copyOf(bytes, bytes.length / BASE64_GROUP * BASE64_GROUP);
        return Base64.getEncoder().encodeToString(groups);
    }
}
