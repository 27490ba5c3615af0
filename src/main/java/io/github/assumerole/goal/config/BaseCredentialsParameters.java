package io.github.assumerole.goal.config;

import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.Network;
import io.github.assumerole.build.SettingsServers;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters of the base credentials. */
public record BaseCredentialsParameters(
        Optional<String> profile, Optional<String> serverId, WebIdentityParameters webIdentity) {

    /**
     * The source that is configured, or the default credential provider chain.
     *
     * @param environment the environment variables of the build
     * @param audience of the OIDC ID token if none is configured
     */
    public BaseCredentialsSource read(
            ConfigurationProblems problems,
            SettingsServers servers,
            Map<String, String> environment,
            String audience,
            CallLimits limits,
            Network network,
            InputFiles files) {
        List<BaseCredentialsSource> sources = new ArrayList<>();
        problems.optional("profile", profile, BaseCredentialsSource.Profile::new)
                .ifPresent(sources::add);
        serverId.flatMap(id -> servers.keys(id, problems)).ifPresent(sources::add);
        webIdentity.read(problems, environment, audience, limits, network, files).stream()
                .map(BaseCredentialsSource.WebIdentity::new)
                .forEach(sources::add);
        rejectSeveral(problems);
        return sources.isEmpty() ? new BaseCredentialsSource.Environment() : sources.get(0);
    }

    private void rejectSeveral(ConfigurationProblems problems) {
        Map<String, Optional<?>> parameters = new LinkedHashMap<>();
        parameters.put("profile", profile);
        parameters.put("serverId", serverId);
        parameters.put("webIdentityTokenFile", webIdentity.webIdentityTokenFile());
        parameters.put("webIdentity", webIdentity.webIdentity());
        List<String> set = parameters.keySet().stream()
                .filter(name -> parameters
                        .get(name)
                        .filter(value -> !value.toString().isBlank())
                        .isPresent())
                .toList();
        if (set.size() > 1) {
            problems.add(
                    set.get(0),
                    "is set, and so is " + String.join(" and ", set.subList(1, set.size()))
                            + "; set only one source of base credentials");
        }
    }
}
