package io.github.assumerole.maven;

import io.github.assumerole.aws.WebIdentity;
import io.github.assumerole.role.CredentialOrigin;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters that say where the first credentials come from, as the POM or the command line has them. */
record OriginSettings(
        String profile, String serverId, File webIdentityTokenFile, String webIdentity, String webIdentityAudience) {

    /**
     * The one origin that is configured, else the environment.
     *
     * @param servers knows the servers of settings.xml
     * @param environment the environment variables of the build
     * @param audience for whom a token is asked, unless the user says so
     */
    CredentialOrigin read(
            Validation validation,
            SettingsServers servers,
            Map<String, String> environment,
            String audience,
            Duration connectTimeout,
            Duration callTimeout) {
        List<CredentialOrigin> origins = new ArrayList<>();
        validation.optional("profile", profile, CredentialOrigin.Profile::new).ifPresent(origins::add);
        servers.keys(serverId, validation).ifPresent(origins::add);
        ParameterPath.read(validation, "webIdentityTokenFile", webIdentityTokenFile)
                .map(WebIdentity::file)
                .map(CredentialOrigin.WebIdentity::new)
                .ifPresent(origins::add);
        Optional<WebIdentity> identity = validation.optional("webIdentity", webIdentity, WebIdentity::parse);
        Optional<String> wanted = validation.optional("webIdentityAudience", webIdentityAudience, text -> text);
        if (wanted.isPresent() && identity.filter(WebIdentity::takesAudience).isEmpty()) {
            validation.refuse(
                    "webIdentityAudience",
                    "is set, but only <webIdentity>github</webIdentity> or auto asks for a token; elsewhere the job's own"
                            + " configuration says for whom it is");
        }
        identity.map(source -> source.token(environment, wanted.orElse(audience), connectTimeout, callTimeout))
                .map(CredentialOrigin.WebIdentity::new)
                .ifPresent(origins::add);
        refuseMoreThanOne(validation);
        return origins.isEmpty() ? new CredentialOrigin.Environment() : origins.get(0);
    }

    boolean isWebIdentity() {
        return isSet(webIdentity) || webIdentityTokenFile != null;
    }

    private void refuseMoreThanOne(Validation validation) {
        List<String> set = new ArrayList<>();
        addIfSet(set, "profile", profile);
        addIfSet(set, "serverId", serverId);
        addIfSet(set, "webIdentityTokenFile", webIdentityTokenFile);
        addIfSet(set, "webIdentity", webIdentity);
        if (set.size() > 1) {
            validation.refuse(
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
