package io.github.assumerole.aws;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.Secret;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The token that GitHub Actions issues for a job when it is asked, for whom it is asked. */
final class GitHubToken implements CiToken {
    private static final String URL_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_URL";
    private static final String BEARER_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
    private static final String ATTEMPT = "Cannot get the web identity token of GitHub Actions";
    private static final String RUN_AGAIN = "GitHub may be in trouble: run the job again";
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
    public boolean isThere() {
        return missing().isEmpty();
    }

    @Override
    public String needs() {
        return URL_VARIABLE + " and " + BEARER_VARIABLE;
    }

    @Override
    public String source() {
        // With the audience, since a session that was got for one must not be taken for that of another.
        return "the web identity token of GitHub Actions for " + audience;
    }

    @Override
    public Secret fetch() {
        if (!isThere()) {
            throw failed(
                    "the environment lacks " + String.join(" and ", missing()) + ".",
                    "give the job the permission to ask for one: `permissions:` with `id-token: write`, and with `contents:"
                            + " read` for the checkout",
                    "a workflow that a pull request from a fork started never has that permission",
                    "in a container or under sudo, pass both variables on");
        }
        Secret bearer = TokenText.require(
                environment.get(BEARER_VARIABLE), "the environment variable " + BEARER_VARIABLE, ATTEMPT);
        return TokenText.require(valueOf(ask(url(), bearer)), "the answer's value", ATTEMPT);
    }

    private List<String> missing() {
        return Stream.of(URL_VARIABLE, BEARER_VARIABLE)
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
    }

    private URL url() {
        String base = environment.get(URL_VARIABLE).strip();
        String query =
                (base.contains("?") ? "&" : "?") + "audience=" + URLEncoder.encode(audience, StandardCharsets.UTF_8);
        try {
            URI uri = URI.create(base + query);
            if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
                return uri.toURL();
            }
        } catch (IllegalArgumentException | MalformedURLException wrong) {
            // Told below, and without the value: whoever has set it is not GitHub.
        }
        throw failed("the environment variable " + URL_VARIABLE + " is no URL.", "see what else sets that variable");
    }

    private String ask(URL url, Secret bearer) {
        try {
            TokenRequest.Answer answer = request.get(url, bearer);
            return switch (answer.status()) {
                case 200 -> answer.body();
                case 401, 403 ->
                    throw failed(
                            refused(url, answer),
                            "the permission to ask ends with the job: see that " + BEARER_VARIABLE
                                    + " is this job's own",
                            "check that the job has `permissions:` with `id-token: write`");
                default ->
                    throw failed(
                            answer.status() == 429 || answer.status() >= 500,
                            refused(url, answer),
                            RUN_AGAIN,
                            CHECK_NETWORK);
            };
        } catch (SocketTimeoutException late) {
            throw failed(true, url.getHost() + " did not answer in time.", RUN_AGAIN, CHECK_NETWORK);
        } catch (UnknownHostException unknown) {
            throw failed(true, "unknown host " + url.getHost() + ".", CHECK_NETWORK);
        } catch (IOException broken) {
            throw failed(
                    true,
                    "no answer from " + url.getHost() + ": " + broken.getClass().getSimpleName() + ".",
                    CHECK_NETWORK,
                    RUN_AGAIN);
        }
    }

    private static String refused(URL url, TokenRequest.Answer answer) {
        return url.getHost() + " answered HTTP " + answer.status() + ".";
    }

    private static String valueOf(String json) {
        try {
            List<String> value = JsonStrings.of(json).getOrDefault("value", List.of());
            if (value.size() == 1) {
                return value.get(0);
            }
        } catch (IllegalArgumentException noJson) {
            // Told below: an answer that has a token in it somewhere is not to be quoted.
        }
        throw failed(
                "the answer is not one of GitHub: it is no JSON object with the token as its value.",
                "something between this runner and GitHub may have answered instead, such as a proxy with a login page");
    }

    /** Never with a cause: what the JDK says of a failed exchange may hold its URL, headers and all. */
    private static AccessFailed failed(boolean isTransient, String cameBack, String... advice) {
        return new AccessFailed(ATTEMPT, cameBack, List.of(advice), isTransient, null);
    }

    private static AccessFailed failed(String cameBack, String... advice) {
        return failed(false, cameBack, advice);
    }
}
