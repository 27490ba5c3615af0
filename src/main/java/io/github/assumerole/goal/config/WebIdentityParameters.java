package io.github.assumerole.goal.config;

import io.github.assumerole.aws.Aws;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.Network;
import io.github.assumerole.oidc.WebIdentity;
import io.github.assumerole.role.IdentityToken;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Parameters of the OIDC ID token. */
public record WebIdentityParameters(
        Optional<File> webIdentityTokenFile, Optional<String> webIdentity, Optional<String> webIdentityAudience) {
    public boolean isConfigured() {
        return webIdentityTokenFile.isPresent()
                || webIdentity.filter(text -> !text.isBlank()).isPresent();
    }

    /**
     * The tokens that are configured: none, or one unless {@code problems} has collected a problem.
     *
     * @param audience to request if none is configured
     */
    List<IdentityToken> read(
            ConfigurationProblems problems,
            Map<String, String> environment,
            String audience,
            CallLimits limits,
            Network network,
            InputFiles files) {
        Optional<IdentityToken> inFile = ParameterPath.read(problems, "webIdentityTokenFile", webIdentityTokenFile)
                .map(file -> WebIdentity.file(file, files.setting("webIdentityTokenFile", file)));
        Optional<WebIdentity> server = problems.optional("webIdentity", webIdentity, WebIdentity::parse);
        Optional<String> requested = problems.optional("webIdentityAudience", webIdentityAudience, text -> text);
        if (requested.isPresent() && server.filter(WebIdentity::takesAudience).isEmpty()) {
            problems.add(
                    "webIdentityAudience",
                    "is set, but only <webIdentity>github</webIdentity> or auto requests a token; other CI servers set the"
                            + " audience in the job's configuration");
        }
        return Stream.concat(
                        inFile.stream(),
                        server.stream()
                                .map(source -> source.token(
                                        environment,
                                        requested.orElse(audience),
                                        Aws.connections(network, limits),
                                        limits.callTimeout())))
                .toList();
    }
}
