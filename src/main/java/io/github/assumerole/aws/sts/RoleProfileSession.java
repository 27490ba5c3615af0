package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.credentials.RoleProfile;
import io.github.assumerole.aws.credentials.RoleProfileChain;
import io.github.assumerole.aws.credentials.SigningRegion;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.SessionCredentials;
import java.util.function.Supplier;
import software.amazon.awssdk.regions.Region;

/** Assumes the roles of a chain of role profiles in order. */
record RoleProfileSession(AwsConnection connection, SigningRegion regions, BuildServices services) {
    /**
     * The session of the last role.
     *
     * @throws AwsAccessException naming the profile and the role that failed
     */
    SessionCredentials open(RoleProfileChain chain) {
        RoleProfile first = chain.hops().get(0);
        SessionCredentials session = open(first, chain);
        for (RoleProfile hop : chain.hops().subList(1, chain.hops().size())) {
            String attempt = attempt(hop, chain);
            session = assume(hop, capped(hop), BaseCredentials.of(session), attempt);
        }
        return session;
    }

    /** The session of the first role. */
    private SessionCredentials open(RoleProfile first, RoleProfileChain chain) {
        String attempt = attempt(first, chain);
        if (first.token().isPresent()) {
            WebIdentityCall call = new WebIdentityCall(connection, regionOf(first), services.clock());
            return advised(first, () -> call.make(first.request(), first.token().get(), attempt));
        }
        BaseCredentials base =
                chain.root("Cannot use the profile " + chain.last().name(), connection, services);
        return assume(first, first.request(), base, attempt);
    }

    private SessionCredentials assume(
            RoleProfile hop, AssumeRoleRequest request, BaseCredentials base, String attempt) {
        AssumeRoleCall call = new AssumeRoleCall(connection, regionOf(hop), services);
        return advised(hop, () -> call.make(request, base, attempt));
    }

    private static SessionCredentials advised(RoleProfile hop, Supplier<SessionCredentials> call) {
        try {
            return call.get();
        } catch (AwsAccessException failure) {
            throw failure.withAdvice(failure.advice().stream()
                    .map(advice -> withProfileLines(hop, advice))
                    .toList());
        }
    }

    private AssumeRoleRequest capped(RoleProfile hop) {
        AssumeRoleRequest request = hop.request();
        if (request.duration().compareTo(AssumeRoleRequest.MAX_CHAINED) <= 0) {
            return request;
        }
        services.log()
                .accept("Reduced duration_seconds of profile " + hop.name() + " from "
                        + request.duration().toSeconds() + " to " + AssumeRoleRequest.MAX_CHAINED.toSeconds()
                        + ": role chaining is limited to one hour.");
        return request.withDuration(AssumeRoleRequest.MAX_CHAINED);
    }

    /** The configured region, else that of the profile, else as for any role. */
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

    /** Names the lines of the profile instead of the parameters. */
    private static String withProfileLines(RoleProfile hop, String advice) {
        String lineOf = " in the profile " + hop.name();
        return advice.replace("<externalId>", "external_id" + lineOf)
                .replace("<durationSeconds>", "duration_seconds" + lineOf)
                .replace("<mfaSerial>", "mfa_serial" + lineOf)
                .replace("<roleArn>", "role_arn" + lineOf)
                .replace("<roleSessionName>", "role_session_name" + lineOf)
                .replace(WebIdentityAdvice.AUDIENCE_PARAMETER, "");
    }
}
