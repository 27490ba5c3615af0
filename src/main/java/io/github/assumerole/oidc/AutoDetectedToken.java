package io.github.assumerole.oidc;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.IdentityToken;
import io.github.assumerole.role.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The token of the CI server that runs this job. */
record AutoDetectedToken(List<CiIdToken> candidates) implements IdentityToken {
    @Override
    public Secret fetch() {
        return first().map(IdentityToken::fetch).orElseThrow(this::none);
    }

    @Override
    public String source() {
        return first().map(IdentityToken::source).orElse("the web identity token of the CI server");
    }

    private Optional<CiIdToken> first() {
        return candidates.stream().filter(CiIdToken::isAvailable).findFirst();
    }

    private AwsAccessException none() {
        return new AwsAccessException(
                "Cannot get a web identity token",
                "this job has none. Checked, in this order:\n  - "
                        + candidates.stream()
                                .map(candidate -> candidate.source() + ": " + candidate.needs())
                                .collect(Collectors.joining("\n  - ")),
                List.of(
                        "configure the CI server to issue a token for this job; on GitHub, `permissions:` with"
                                + " `id-token: write`",
                        "name its location: <webIdentity>env:NAME</webIdentity>, or <webIdentityTokenFile>",
                        "on a developer's machine use <profile> instead"));
    }
}
