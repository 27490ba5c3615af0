package io.github.assumerole.aws.credentials;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.profile.SharedFiles;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * A role profile and its source profiles, in the order in which the roles are assumed.
 *
 * @param files contain the profiles
 * @param hops at least one; the last is the requested profile
 */
public record RoleProfileChain(SharedFiles files, List<RoleProfile> hops) {
    /**
     * The chain of a profile; empty if it is not a role profile or does not exist.
     *
     * @param fallback the session name of profiles that have none
     * @throws InvalidConfigurationException if a profile is invalid, a source is missing, the chain is circular, or a
     *     session would need an MFA device
     */
    public static Optional<RoleProfileChain> of(SharedFiles files, String name, RoleSessionName fallback) {
        Map<String, RoleProfile> seen = new LinkedHashMap<>();
        Optional<Profile> next = files.find(name).filter(RoleProfile::isOne);
        while (next.isPresent()) {
            RoleProfile hop = RoleProfile.read(files, next.get(), fallback);
            if (seen.put(hop.name(), hop) != null) {
                throw circular(files, seen, hop);
            }
            boolean usesOwnKeys = hop.isItsOwnSource() && ProfileCredentials.hasKeys(next.get());
            next = hop.sourceProfile()
                    .filter(source -> !usesOwnKeys)
                    .map(source -> files.require(source, files.label(hop.name(), ProfileProperty.SOURCE_PROFILE)))
                    .filter(RoleProfile::isOne);
        }
        Deque<RoleProfile> hops = new ArrayDeque<>();
        seen.values().forEach(hops::addFirst);
        rejectMfaOfSessions(files, hops);
        return hops.isEmpty() ? Optional.empty() : Optional.of(new RoleProfileChain(files, List.copyOf(hops)));
    }

    /** STS always denies it: only a user has an MFA device. */
    private static void rejectMfaOfSessions(SharedFiles files, Deque<RoleProfile> hops) {
        for (RoleProfile hop : hops) {
            if (hop != hops.getFirst() && hop.request().caller().mfa().isPresent()) {
                throw new InvalidConfigurationException(
                        files.label(hop.name(), ProfileProperty.MFA_SERIAL),
                        "is set, but its source_profile " + hop.sourceProfile().orElseThrow()
                                + " is a role, and the session of a role has no MFA device; move mfa_serial to the profile "
                                + hops.getFirst().name() + ", whose role is assumed first, or remove it");
            }
        }
    }

    private static InvalidConfigurationException circular(
            SharedFiles files, Map<String, RoleProfile> seen, RoleProfile again) {
        return new InvalidConfigurationException(
                files.label(again.name(), ProfileProperty.SOURCE_PROFILE),
                "circular source_profile chain: "
                        + String.join(" -> ", seen.keySet()) + " -> " + again.name()
                        + "; the last source_profile must have its own credentials");
    }

    /** The role of the requested profile. */
    public RoleProfile last() {
        return hops.get(hops.size() - 1);
    }

    /** The credentials that assume the first role, unless it has a token. */
    public BaseCredentials root(String attempt, AwsConnection connection, BuildServices services) {
        ProfileCredentials profiles = new ProfileCredentials(files, connection, services);
        RoleProfile first = hops.get(0);
        return first.credentialSource()
                .map(source -> source.find(attempt, services))
                .orElseGet(() -> CredentialsProviderStep.inProfile(
                        first.sourceProfile().orElseThrow(), () -> ofSource(first, profiles), attempt));
    }

    private AwsCredentials ofSource(RoleProfile dependent, ProfileCredentials profiles) {
        Profile source = files.require(
                dependent.sourceProfile().orElseThrow(), files.label(dependent.name(), ProfileProperty.SOURCE_PROFILE));
        return dependent.isItsOwnSource() ? profiles.keys(source) : profiles.of(source);
    }
}
