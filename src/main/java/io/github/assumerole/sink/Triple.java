package io.github.assumerole.sink;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.SessionCredentials;
import java.util.List;
import java.util.stream.Stream;

/** The three values on their way out, each known to be one line of printable ASCII without blanks. */
record Triple(String accessKeyId, String secretAccessKey, String sessionToken) {

    /**
     * Checks the values. What STS sends is fit; another server in its place may send anything, and a line break would
     * be a line of its own in a file or a command of its own on a console.
     *
     * @param attempt what they are for, to begin a failure with
     */
    static Triple of(SessionCredentials credentials, String attempt) {
        Triple triple = new Triple(
                credentials.accessKeyId(),
                credentials.secretAccessKey().reveal(),
                credentials.sessionToken().reveal());
        check("access key id", triple.accessKeyId(), attempt);
        check("secret access key", triple.secretAccessKey(), attempt);
        check("session token", triple.sessionToken(), attempt);
        return triple;
    }

    Stream<String> values() {
        return Stream.of(accessKeyId, secretAccessKey, sessionToken);
    }

    private static void check(String name, String value, String attempt) {
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new AccessFailed(
                    attempt,
                    "the " + name + " that STS sent is empty, or holds a blank, a line break or a character beyond"
                            + " ASCII.",
                    List.of("check that the server behind <endpointUrl> or <stsEndpointUrl> is one that speaks STS"));
        }
    }

    /** Never the values. */
    @Override
    public String toString() {
        return "****";
    }
}
