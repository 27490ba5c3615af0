package io.github.assumerole.aws.profile;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import io.github.assumerole.text.SimilarNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/**
 * The shared config and credentials files, where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE say, else in
 * {@code ~/.aws}.
 *
 * @param profiles those of both files, merged by the SDK
 */
public record SharedFiles(List<SharedFile> files, ProfileFile profiles) {
    /**
     * Reads both files.
     *
     * @throws InvalidConfigurationException if one of them, or both, are invalid
     */
    public static SharedFiles read() {
        ConfigurationProblems problems = new ConfigurationProblems();
        // In the order of the SDK: the credentials file takes precedence.
        List<SharedFile> files = List.of(
                SharedFile.read(ProfileFileLocation.credentialsFilePath(), ProfileFile.Type.CREDENTIALS),
                SharedFile.read(ProfileFileLocation.configurationFilePath(), ProfileFile.Type.CONFIGURATION));
        ProfileFile.Aggregator merged = ProfileFile.aggregator();
        for (SharedFile file : files) {
            try {
                merged.addFile(file.parse());
            } catch (InvalidConfigurationException invalid) {
                problems.addAll(invalid);
            }
        }
        problems.throwIfAny();
        return new SharedFiles(files, merged.build());
    }

    /** Differs between locations and contents of the files. */
    static Object version() {
        return List.of(
                FileVersion.of(ProfileFileLocation.credentialsFilePath()),
                FileVersion.of(ProfileFileLocation.configurationFilePath()));
    }

    /**
     * A profile; empty if there is none of this name.
     *
     * @throws InvalidConfigurationException if it has a line that the SDK would ignore
     */
    public Optional<Profile> find(String name) {
        Optional<Profile> found = profiles.profile(name);
        found.ifPresent(this::rejectIgnored);
        return found;
    }

    /**
     * A profile that must exist.
     *
     * @param subject what names it; starts the message
     * @throws InvalidConfigurationException if it does not exist, or has a line that the SDK would ignore
     */
    public Profile require(String name, String subject) {
        return find(name).orElseThrow(() -> new InvalidConfigurationException(subject, missing(name)));
    }

    /** Why there is no such profile, and what to write; continues the name of a parameter. */
    public String missing(String name) {
        String where = "the profile " + name + " is neither in "
                + files.stream().map(SharedFile::toString).collect(Collectors.joining(" nor in "));
        List<String> written =
                files.stream().flatMap(file -> file.misspelled(name).stream()).toList();
        if (!written.isEmpty()) {
            return where + "; " + String.join("; ", written);
        }
        List<String> similar = SimilarNames.to(name, names());
        return similar.isEmpty() ? where : where + "; did you mean " + String.join(" or ", similar) + "?";
    }

    private Stream<String> names() {
        return profiles.profiles().keySet().stream();
    }

    private void rejectIgnored(Profile profile) {
        ConfigurationProblems problems = new ConfigurationProblems();
        files.forEach(file -> file.checkNames(profile.name(), problems));
        problems.throwIfAny();
    }

    /** A property of a profile, as messages name it: file, line, profile and name. */
    public String label(String profile, String property) {
        return place(file -> file.place(profile, property))
                        .map(found -> found + ", profile " + profile)
                        .orElseGet(() -> label(profile))
                + ", " + property;
    }

    /** A profile, as messages name it: file, line and name. */
    public String label(String profile) {
        return place(file -> file.place(profile)).map(found -> found + ", ").orElse("") + "profile " + profile;
    }

    private Optional<String> place(Function<SharedFile, Optional<String>> search) {
        return files.stream().flatMap(file -> search.apply(file).stream()).findFirst();
    }
}
