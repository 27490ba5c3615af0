package io.github.assumerole.aws.credentials;

import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * A role profile and its source profiles, in the order in which the roles are assumed.
 *
 * @param hops at least one; the last is the requested profile
 */
public record RoleProfileChain(List<RoleProfile> hops) {
    /**
     * The chain of a profile; empty if it is not a role profile or does not exist.
     *
     * @param fallback the session name of profiles that have none
     * @throws InvalidConfigurationException if a profile is invalid, a source is missing, or the chain is circular
     */
    public static Optional<RoleProfileChain> of(ProfileFile file, String name, RoleSessionName fallback) {
        Map<String, RoleProfile> seen = new LinkedHashMap<>();
        Optional<Profile> next = file.profile(name).filter(RoleProfile::isOne);
        while (next.isPresent()) {
            RoleProfile hop = RoleProfile.read(next.get(), fallback);
            if (seen.put(hop.name(), hop) != null) {
                throw new InvalidConfigurationException(
                        "profile",
                        "circular source_profile chain: "
                                + String.join(" -> ", seen.keySet()) + " -> " + hop.name()
                                + "; the last source_profile must have its own credentials");
            }
            next = hop.sourceProfile()
                    .flatMap(source -> source(file, source, hop))
                    .filter(RoleProfile::isOne);
        }
        Deque<RoleProfile> hops = new ArrayDeque<>();
        seen.values().forEach(hops::addFirst);
        return hops.isEmpty() ? Optional.empty() : Optional.of(new RoleProfileChain(List.copyOf(hops)));
    }

    private static Optional<Profile> source(ProfileFile file, String name, RoleProfile dependent) {
        Optional<Profile> source = file.profile(name);
        if (source.isEmpty()) {
            throw new InvalidConfigurationException(
                    "profile",
                    "profile " + dependent.name() + " has source_profile " + name
                            + ", which is in neither ~/.aws/config nor ~/.aws/credentials");
        }
        return source;
    }

    /** The role of the requested profile. */
    public RoleProfile last() {
        return hops.get(hops.size() - 1);
    }

    /** The credentials that assume the first role, unless it has a token. */
    public BaseCredentials root(String attempt, BuildServices services) {
        RoleProfile first = hops.get(0);
        return first.credentialSource()
                .map(source -> source.find(attempt, services))
                .orElseGet(() -> plainProfile(first.sourceProfile().orElseThrow(), attempt));
    }

    private static BaseCredentials plainProfile(String name, String attempt) {
        return CredentialsProviderStep.inProfile(
                name, () -> CredentialsProviderStep.resolve(ProfileCredentialsProvider.create(name)), attempt);
    }
}
