package io.github.assumerole.aws;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.SessionCredentials;
import software.amazon.awssdk.regions.Region;

/** Assumes the roles of a chain of profiles, one after the other. */
final class RoleProfileSession {
    private final AwsConnection connection;
    private final SigningRegion regions;
    private final Surroundings surroundings;

    RoleProfileSession(AwsConnection connection, SigningRegion regions, Surroundings surroundings) {
        this.connection = connection;
        this.regions = regions;
        this.surroundings = surroundings;
    }

    /**
     * The session of the last role.
     *
     * @throws AccessFailed naming the profile and the hop that did not work
     */
    SessionCredentials open(RoleProfileChain chain) {
        BaseCredentials base =
                chain.root("Cannot use the profile " + chain.last().name(), surroundings);
        SessionCredentials session = null;
        for (RoleProfile hop : chain.hops()) {
            String attempt = attempt(hop, chain);
            boolean chained = session != null;
            session = assume(hop, chained ? capped(hop) : hop.request(), base, attempt);
            base = BaseCredentials.of(session);
        }
        return session;
    }

    private SessionCredentials assume(
            RoleProfile hop, AssumeRoleRequest request, BaseCredentials base, String attempt) {
        try {
            return new AssumeRoleCall(connection, regionOf(hop), surroundings).make(request, base, attempt);
        } catch (AccessFailed failure) {
            throw failure.withAdvice(failure.advice().stream()
                    .map(advice -> inWordsOf(hop, advice))
                    .toList());
        }
    }

    private AssumeRoleRequest capped(RoleProfile hop) {
        AssumeRoleRequest request = hop.request();
        if (request.duration().compareTo(AssumeRoleRequest.MAX_CHAINED) <= 0) {
            return request;
        }
        surroundings
                .log()
                .accept("The profile " + hop.name() + " asks for "
                        + request.duration().toSeconds()
                        + " s; STS grants a role that is assumed from another role "
                        + AssumeRoleRequest.MAX_CHAINED.toSeconds()
                        + " s at most, so that is asked for.");
        return request.lasting(AssumeRoleRequest.MAX_CHAINED);
    }

    /** The goal's own region comes first, then the profile's; after that it goes on as for any role. */
    private Region regionOf(RoleProfile hop) {
        return hop.region()
                .filter(region -> connection.region().isEmpty())
                .map(Region::of)
                .orElseGet(() -> regions.within(hop.request().role().partition()));
    }

    private static String attempt(RoleProfile hop, RoleProfileChain chain) {
        int count = chain.hops().size();
        String which = count == 1
                ? ""
                : " (role " + (chain.hops().indexOf(hop) + 1) + " of " + count + ", of the profile " + hop.name() + ")";
        return "Cannot use the profile " + chain.last().name() + ": cannot assume "
                + hop.request().role() + " as " + hop.request().sessionName() + which;
    }

    /** What is a parameter of ours elsewhere is a line of the profile here. */
    private static String inWordsOf(RoleProfile hop, String advice) {
        String lineOf = " in the profile " + hop.name();
        return advice.replace("<externalId>", "external_id" + lineOf)
                .replace("<durationSeconds>", "duration_seconds" + lineOf)
                .replace("<mfaSerial>", "mfa_serial" + lineOf)
                .replace("<roleArn>", "role_arn" + lineOf)
                .replace("<roleSessionName>", "role_session_name" + lineOf);
    }
}
