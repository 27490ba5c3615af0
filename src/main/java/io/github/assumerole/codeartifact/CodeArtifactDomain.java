package io.github.assumerole.codeartifact;

import io.github.assumerole.role.RoleArn;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A domain of CodeArtifact, which contains repositories.
 *
 * @param owner the account that owns the domain; empty for the account of the caller
 */
public record CodeArtifactDomain(String name, Optional<String> owner, String region) {
    /** The URLs of Maven repositories. */
    public static final String URL_FORM =
            "https://<domain>-<owner>.d.codeartifact.<region>.amazonaws.com/maven/<repository>/";

    private static final String NAME = "[a-z][a-z0-9-]{0,48}[a-z0-9]";
    private static final String OWNER = "[0-9]{12}";

    /** Domain names can contain hyphens; the last one is in front of the owner. */
    private static final Pattern URL = Pattern.compile(
            "https://(" + NAME + ")-(" + OWNER + ")\\.d\\.codeartifact\\.([a-z0-9-]+)"
                    + "\\.(?:amazonaws\\.com|amazonaws\\.com\\.cn|on\\.aws)(?::443)?/maven/[^/?#]+/?",
            Pattern.CASE_INSENSITIVE);

    /** The domain of a repository; empty for other URLs. */
    public static Optional<CodeArtifactDomain> ofUrl(String repositoryUrl) {
        Matcher url = URL.matcher(repositoryUrl);
        return url.matches()
                ? Optional.of(new CodeArtifactDomain(
                        url.group(1).toLowerCase(Locale.ROOT),
                        Optional.of(url.group(2)),
                        url.group(3).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** @throws IllegalArgumentException if the text is no valid name; the message continues that of a parameter */
    public static String requireName(String text) {
        if (!text.matches(NAME)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the name of a CodeArtifact domain; expected 2 to 50"
                            + " lower-case letters, digits and hyphens");
        }
        return text;
    }

    /** @throws IllegalArgumentException if the text is no account ID */
    public static String requireOwner(String text) {
        if (!text.matches(OWNER)) {
            throw new IllegalArgumentException("'" + text + "' is not an account ID; expected 12 digits");
        }
        return text;
    }

    /** The ARN; without an owner, in the account of the role, which then must have one. */
    public String arn(RoleArn role) {
        String account = owner.or(role::accountId).orElseThrow();
        return "arn:" + role.partition() + ":codeartifact:" + region + ":" + account + ":domain/" + name;
    }

    /** As in messages. */
    @Override
    public String toString() {
        return name + " (" + owner.map(account -> "owner " + account + ", ").orElse("") + "region " + region + ")";
    }
}
