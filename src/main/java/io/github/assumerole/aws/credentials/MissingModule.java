package io.github.assumerole.aws.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.util.VersionInfo;

/**
 * A module of the SDK that a profile needs and this plugin does not include, since only few users need it: single
 * sign-on, and {@code aws login}.
 */
public record MissingModule(String what, List<String> artifacts) {
    private static final int DEEPEST_CAUSE = 20;

    /** By a package that only the module contains. */
    private static final Map<String, MissingModule> BY_PACKAGE = Map.of(
            "services.sso.", new MissingModule("AWS IAM Identity Center (single sign-on)", List.of("sso", "ssooidc")),
            "services.ssooidc.", new MissingModule("AWS IAM Identity Center (single sign-on)", List.of("ssooidc")),
            "services.signin.", new MissingModule("`aws login`", List.of("signin")),
            "protocols.json.", new MissingModule("single sign-on or `aws login`", List.of("aws-json-protocol")));

    /**
     * The missing module that caused a failure. The SDK's message may be misleading: without ssooidc it reports an
     * expired session, with the reason in a cause.
     */
    public static Optional<MissingModule> behind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .filter(cause -> cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError)
                .map(cause -> String.valueOf(cause.getMessage()).replace('/', '.'))
                .flatMap(missing -> BY_PACKAGE.entrySet().stream()
                        .filter(known -> missing.startsWith("software.amazon.awssdk." + known.getKey())))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The reason, without a full stop. */
    String sentence() {
        return "it is for " + what + ", but this plugin does not include the SDK's "
                + (artifacts.size() == 1 ? "module " : "modules ") + String.join(" and ", artifacts);
    }

    List<String> advice() {
        List<String> lines = new ArrayList<>();
        lines.add("<dependencies>");
        artifacts.forEach(artifact -> lines.addAll(List.of(
                "  <dependency>",
                "    <groupId>software.amazon.awssdk</groupId>",
                "    <artifactId>" + artifact + "</artifactId>",
                "    <version>" + VersionInfo.SDK_VERSION + "</version>",
                "  </dependency>")));
        lines.add("</dependencies>");
        return List.of("add to the declaration of this plugin in the POM, beside its version and configuration:\n"
                + lines.stream().map(line -> "      " + line).collect(Collectors.joining("\n")));
    }
}
