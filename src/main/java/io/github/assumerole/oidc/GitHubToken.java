package io.github.assumerole.oidc;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.HttpProxy.ProxyRejectedException;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.JsonReader;
import io.github.assumerole.text.Printable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The OIDC ID token that GitHub Actions issues to a job on request, for the requested audience. */
final class GitHubToken implements CiIdToken {
    private static final String URL_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_URL";
    private static final String BEARER_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
    private static final String ATTEMPT = "Cannot get the web identity token of GitHub Actions";
    private static final String RUN_AGAIN = "GitHub may be unavailable: run the job again";
    private static final String CHECK_NETWORK = "check the network and its proxy from this runner";

    private final Map<String, String> environment;
    private final String audience;
    private final TokenRequest request;

    GitHubToken(Map<String, String> environment, String audience, TokenRequest request) {
        this.environment = Map.copyOf(environment);
        this.audience = audience;
        this.request = request;
    }

    @Override
    public boolean isAvailable() {
        return missing().isEmpty();
    }

    @Override
    public String needs() {
        return URL_VARIABLE + " and " + BEARER_VARIABLE;
    }

    @Override
    public String source() {
        // With the audience, since sessions for different audiences must not share a cache entry.
        return "the web identity token of GitHub Actions with audience " + audience;
    }

    @Override
    public Secret fetch() {
        if (!isAvailable()) {
            throw failed(
                    "the environment lacks " + String.join(" and ", missing()) + ".",
                    "grant the job the permission to request one: `permissions:` with `id-token: write`, and with"
                            + " `contents: read` for the checkout",
                    "workflows triggered by pull requests from forks never have that permission",
                    "in a container or under sudo, pass both variables on");
        }
        Secret bearer = TokenText.require(
                environment.get(BEARER_VARIABLE), "the environment variable " + BEARER_VARIABLE, ATTEMPT);
        return TokenText.require(valueOf(send(uri(), bearer)), "the value in the response", ATTEMPT);
    }

    private List<String> missing() {
        return Stream.of(URL_VARIABLE, BEARER_VARIABLE)
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
    }

    private URI uri() {
        String base = environment.get(URL_VARIABLE).strip();
        String query =
                (base.contains("?") ? "&" : "?") + "audience=" + URLEncoder.encode(audience, StandardCharsets.UTF_8);
        try {
            URI uri = URI.create(base + query);
            if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
                return uri;
            }
        } catch (IllegalArgumentException wrong) {
            // Reported below without the value, which is not from GitHub.
        }
        throw failed(
                "the environment variable " + URL_VARIABLE + " is not a URL.", "check what else sets that variable");
    }

    private String send(URI uri, Secret bearer) {
        try {
            TokenRequest.Response response = request.get(uri, bearer);
            return switch (response.status()) {
                case 200 -> response.body();
                case 401, 403 ->
                    throw failed(
                            status(uri, response),
                            "the request token expires with the job: check that " + BEARER_VARIABLE
                                    + " belongs to this job",
                            "check that the job has `permissions:` with `id-token: write`");
                default ->
                    throw failed(
                            response.status() == 429 || response.status() >= 500,
                            status(uri, response),
                            RUN_AGAIN,
                            CHECK_NETWORK);
            };
        } catch (ProxyRejectedException rejected) {
            throw failed(
                    "a proxy rejected the request to " + uri.getHost() + ": \"" + Printable.of(rejected.getMessage())
                            + "\".",
                    "check the proxy of settings.xml or of HTTPS_PROXY, with its user and password; if GitHub needs no"
                            + " proxy, name the host in NO_PROXY");
        } catch (SocketTimeoutException late) {
            throw failed(true, uri.getHost() + " did not answer in time.", RUN_AGAIN, CHECK_NETWORK);
        } catch (UnknownHostException unknown) {
            throw failed(true, "unknown host " + uri.getHost() + ".", CHECK_NETWORK);
        } catch (IOException broken) {
            throw failed(
                    true,
                    "no response from " + uri.getHost() + ": "
                            + broken.getClass().getSimpleName() + ".",
                    CHECK_NETWORK,
                    RUN_AGAIN);
        }
    }

    private static String status(URI uri, TokenRequest.Response response) {
        return uri.getHost() + " answered HTTP " + response.status() + ".";
    }

    private static String valueOf(String json) {
        try {
            List<String> value = JsonReader.strings(json).getOrDefault("value", List.of());
            if (value.size() == 1) {
                return value.get(0);
            }
        } catch (IllegalArgumentException noJson) {
            // Reported below without the response, which may contain a token.
        }
        throw failed(
                "the response is not GitHub's: expected a JSON object with the token as its value.",
                "something between this runner and GitHub may have responded instead, such as a proxy with a login"
                        + " page");
    }

    /** Never with a cause: the JDK may print the URL and the headers of a failed exchange. */
    private static AwsAccessException failed(boolean isTransient, String cameBack, String... advice) {
        return new AwsAccessException(ATTEMPT, cameBack, List.of(advice), isTransient, null);
    }

    private static AwsAccessException failed(String cameBack, String... advice) {
        return failed(false, cameBack, advice);
    }
}
