package io.github.assumerole.aws;

import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.RoleSessionName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * A role profile and the role profiles that it gets its credentials from, in the order in which the roles are assumed.
 *
 * @param hops at least one; the last is the profile that was asked for
 */
record RoleProfileChain(List<RoleProfile> hops) {
    RoleProfileChain {
        hops = List.copyOf(hops);
    }

    /**
     * The chain that ends in a profile; empty when that is no role profile, or does not exist.
     *
     * @param fallback the name of the sessions where a profile has none
     * @throws InvalidConfiguration when a profile is wrong, a source is missing, or the chain bites its tail
     */
    static Optional<RoleProfileChain> of(ProfileFile file, String name, RoleSessionName fallback) {
        Map<String, RoleProfile> seen = new LinkedHashMap<>();
        Optional<Profile> next = file.profile(name).filter(RoleProfile::isOne);
        while (next.isPresent()) {
            RoleProfile hop = RoleProfile.read(next.get(), fallback);
            if (seen.put(hop.name(), hop) != null) {
                throw new InvalidConfiguration(
                        "profile",
                        "the role profiles get their credentials from one another, in a circle: "
                                + String.join(" -> ", seen.keySet()) + " -> " + hop.name()
                                + "; the last source_profile has to be one with credentials of its own");
            }
            next = hop.sourceProfile()
                    .flatMap(source -> source(file, source, hop))
                    .filter(RoleProfile::isOne);
        }
        Deque<RoleProfile> hops = new ArrayDeque<>();
        seen.values().forEach(hops::addFirst);
        return hops.isEmpty() ? Optional.empty() : Optional.of(new RoleProfileChain(new ArrayList<>(hops)));
    }

    private static Optional<Profile> source(ProfileFile file, String name, RoleProfile asking) {
        Optional<Profile> source = file.profile(name);
        if (source.isEmpty()) {
            throw new InvalidConfiguration(
                    "profile",
                    "the source_profile of the profile " + asking.name() + " is " + name
                            + ", and neither ~/.aws/config nor ~/.aws/credentials has that");
        }
        return source;
    }

    /** The role that the whole chain is there for. */
    RoleProfile last() {
        return hops.get(hops.size() - 1);
    }

    /** The credentials that the first role is assumed with. */
    BaseCredentials root(String attempt, Surroundings surroundings) {
        RoleProfile first = hops.get(0);
        return first.credentialSource()
                .map(source -> source.find(attempt, surroundings))
                .orElseGet(() ->
                        StartingCredentials.ofPlainProfile(first.sourceProfile().orElseThrow(), attempt));
    }
}
