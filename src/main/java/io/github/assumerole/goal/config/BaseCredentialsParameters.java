package io.github.assumerole.goal.config;

import io.github.assumerole.build.SettingsServers;
import io.github.assumerole.oidc.WebIdentity;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters that say where the first credentials come from, as the POM or the command line has them. */
public record BaseCredentialsParameters(
        String profile, String serverId, File webIdentityTokenFile, String webIdentity, String webIdentityAudience) {

    /**
     * The one origin that is configured, else the environment.
     *
     * @param servers knows the servers of settings.xml
     * @param environment the environment variables of the build
     * @param audience for whom a token is asked, unless the user says so
     */
    BaseCredentialsSource read(
            ConfigurationProblems problems,
            SettingsServers servers,
            Map<String, String> environment,
            String audience,
            Duration connectTimeout,
            Duration callTimeout) {
        List<BaseCredentialsSource> origins = new ArrayList<>();
        problems.optional("profile", profile, BaseCredentialsSource.Profile::new)
                .ifPresent(origins::add);
        servers.keys(serverId, problems).ifPresent(origins::add);
        ParameterPath.read(problems, "webIdentityTokenFile", webIdentityTokenFile)
                .map(WebIdentity::file)
                .map(BaseCredentialsSource.WebIdentity::new)
                .ifPresent(origins::add);
        Optional<WebIdentity> identity = problems.optional("webIdentity", webIdentity, WebIdentity::parse);
        Optional<String> wanted = problems.optional("webIdentityAudience", webIdentityAudience, text -> text);
        if (wanted.isPresent() && identity.filter(WebIdentity::takesAudience).isEmpty()) {
            problems.add(
                    "webIdentityAudience",
                    "is set, but only <webIdentity>github</webIdentity> or auto asks for a token; elsewhere the job's own"
                            + " configuration says for whom it is");
        }
        identity.map(source -> source.token(environment, wanted.orElse(audience), connectTimeout, callTimeout))
                .map(BaseCredentialsSource.WebIdentity::new)
                .ifPresent(origins::add);
        refuseMoreThanOne(problems);
        return origins.isEmpty() ? new BaseCredentialsSource.Environment() : origins.get(0);
    }

    boolean isWebIdentity() {
        return isSet(webIdentity) || webIdentityTokenFile != null;
    }

    private void refuseMoreThanOne(ConfigurationProblems problems) {
        List<String> set = new ArrayList<>();
        addIfSet(set, "profile", profile);
        addIfSet(set, "serverId", serverId);
        addIfSet(set, "webIdentityTokenFile", webIdentityTokenFile);
        addIfSet(set, "webIdentity", webIdentity);
        if (set.size() > 1) {
            problems.add(
                    set.get(0),
                    "is set, and so is " + String.join(" and ", set.subList(1, set.size()))
                            + "; credentials can come from one of them alone");
        }
    }

    private static void addIfSet(List<String> names, String name, Object value) {
        if (isSet(value)) {
            names.add(name);
        }
    }

    private static boolean isSet(Object value) {
        return value != null && !value.toString().isBlank();
    }
}
