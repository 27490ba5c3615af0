package io.github.assumerole.aws.profile;

import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import io.github.assumerole.text.SimilarNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * One of the two files with profiles. The SDK parses it; this class finds the lines that messages name.
 *
 * @param text empty if there is no such file; it can contain keys
 */
record SharedFile(Path path, ProfileFile.Type type, Secret text) {
    /** What the SDK says about an invalid line; it names neither the file nor what to write. */
    private static final Pattern INVALID_LINE = Pattern.compile("(.*) on line (\\d+)");

    private static final Map<String, String> CURES = Map.of(
            "Expected an '=' sign defining a property",
            "has no '='; write name = value, or begin the line with # to make it a comment",
            "Property did not have a name",
            "has no name before the '='; write name = value",
            "Expected a profile definition",
            "is not in a profile; write the line with the profile's name in brackets above it",
            "Expected a profile or property definition",
            "is indented, but continues no other line; remove the space in front",
            "Profile definition must end with ']'",
            "begins with '[', but does not end with ']'",
            "Section definition must end with ']'",
            "begins with '[', but does not end with ']'");

    /** What the plugin and the SDK use. The SDK ignores these names in another case; the AWS CLI does not. */
    private static final Set<String> LOWER_CASE = Set.of(
            ProfileProperty.AWS_ACCESS_KEY_ID,
            ProfileProperty.AWS_SECRET_ACCESS_KEY,
            ProfileProperty.AWS_SESSION_TOKEN,
            ProfileProperty.ROLE_ARN,
            ProfileProperty.ROLE_SESSION_NAME,
            ProfileProperty.DURATION_SECONDS,
            ProfileProperty.EXTERNAL_ID,
            ProfileProperty.MFA_SERIAL,
            ProfileProperty.SOURCE_PROFILE,
            ProfileProperty.CREDENTIAL_SOURCE,
            ProfileProperty.CREDENTIAL_PROCESS,
            ProfileProperty.WEB_IDENTITY_TOKEN_FILE,
            ProfileProperty.SSO_ACCOUNT_ID,
            ProfileProperty.SSO_REGION,
            ProfileProperty.SSO_ROLE_NAME,
            ProfileProperty.SSO_START_URL,
            "sso_session",
            ProfileProperty.LOGIN_SESSION,
            ProfileProperty.REGION,
            ProfileProperty.ENDPOINT_URL,
            "ca_bundle",
            ProfileProperty.MAX_ATTEMPTS);

    private static final Pattern SUPPORTED_NAME = Pattern.compile("[\\w\\-/.%@:+]+");
    private static final Pattern SUPPORTED_HEADER = Pattern.compile("([a-z-]+\\s+)?" + SUPPORTED_NAME);
    private static final String SUPPORTED = "letters, digits and -_/.%@:+";

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /**
     * A section, as written.
     *
     * @param header the text between the brackets
     */
    record Section(int line, String header, List<Property> properties) {}

    record Property(int line, String name) {}

    /**
     * Reads a file.
     *
     * @throws InvalidConfigurationException if reading it fails
     */
    static SharedFile read(Path path, ProfileFile.Type type) {
        try {
            // As in the SDK, invalid UTF-8 is replaced.
            String text = isReadable(path) ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8) : "";
            return new SharedFile(path, type, Secret.of(text));
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private static boolean isReadable(Path path) {
        return Files.isRegularFile(path) && Files.isReadable(path);
    }

    /**
     * The profiles of the file.
     *
     * @throws InvalidConfigurationException if a line is invalid
     */
    ProfileFile parse() {
        try {
            return ProfileFile.builder()
                    .content(new ByteArrayInputStream(text.reveal().getBytes(StandardCharsets.UTF_8)))
                    .type(type)
                    .build();
        } catch (RuntimeException invalid) {
            throw invalid(invalid);
        }
    }

    /** The SDK throws exceptions of the JDK, and wraps them from some version on. */
    private InvalidConfigurationException invalid(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher known = INVALID_LINE.matcher(String.valueOf(cause.getMessage()));
            if (known.matches()) {
                int line = Integer.parseInt(known.group(2));
                if (line == 1 && text.reveal().startsWith(BYTE_ORDER_MARK)) {
                    return new InvalidConfigurationException(
                            path.toString(), "begins with a byte order mark (BOM); save it as UTF-8 without BOM");
                }
                String cure = CURES.getOrDefault(known.group(1), "is invalid: " + known.group(1));
                return new InvalidConfigurationException(place(line) + sectionOf(line), cure);
            }
        }
        return unreadable(path, failure);
    }

    private static InvalidConfigurationException unreadable(Path path, Exception failure) {
        return new InvalidConfigurationException(
                path.toString(), "cannot be read (" + failure.getClass().getSimpleName() + "); check its permissions");
    }

    private String sectionOf(int line) {
        return sections().stream()
                .filter(section -> section.line() < line)
                .reduce((earlier, later) -> later)
                .filter(section -> SUPPORTED_HEADER.matcher(section.header()).matches())
                .map(section -> ", section [" + section.header() + "]")
                .orElse("");
    }

    /** The sections in their order, also those that the SDK ignores. */
    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        int number = 0;
        for (String line : text.reveal().lines().toList()) {
            number++;
            if (line.startsWith("[")) {
                sections.add(new Section(number, header(line), new ArrayList<>()));
            } else if (!sections.isEmpty() && line.indexOf('=') > 0 && " \t#;".indexOf(line.charAt(0)) < 0) {
                String name = line.substring(0, line.indexOf('=')).strip();
                sections.get(sections.size() - 1).properties().add(new Property(number, name));
            }
        }
        return sections;
    }

    private static String header(String line) {
        int end = line.indexOf(']');
        return line.substring(1, end < 0 ? line.length() : end).strip();
    }

    /**
     * Where a property of a profile is, as in {@code /home/bob/.aws/config, line 3}; empty if it is not in this file.
     */
    Optional<String> place(String profile, String property) {
        return properties(profile)
                .filter(candidate -> candidate.name().equals(property))
                .reduce((earlier, later) -> later)
                .map(found -> place(found.line()));
    }

    /** Where a profile begins; empty if it is not in this file. */
    Optional<String> place(String profile) {
        return sections(profile).findFirst().map(section -> place(section.line()));
    }

    private String place(int line) {
        return path + ", line " + line;
    }

    /**
     * Adds the properties of a profile that the SDK ignores, with a warning at most; not those with unknown names,
     * which have no effect in the AWS CLI either.
     */
    void checkNames(String profile, ConfigurationProblems problems) {
        hiddenSections(profile)
                .forEach(hidden -> problems.add(
                        place(hidden.line()),
                        "section [" + hidden.header() + "] is ignored because of [profile " + profile
                                + "]; merge them"));
        Map<String, Integer> lines = new HashMap<>();
        properties(profile).forEach(property -> {
            String name = property.name();
            String lowerCase = name.toLowerCase(Locale.ROOT);
            String label = place(property.line()) + ", profile " + profile + ", " + name;
            Integer earlier = lines.put(name, property.line());
            if (!SUPPORTED_NAME.matcher(name).matches()) {
                if (!SimilarNames.to(lowerCase, LOWER_CASE.stream()).isEmpty()) {
                    problems.add(label, "is ignored by the AWS SDK; use only " + SUPPORTED + " in names");
                }
            } else if (!name.equals(lowerCase) && LOWER_CASE.contains(lowerCase)) {
                problems.add(label, "is ignored by the AWS SDK; write " + lowerCase);
            } else if (earlier != null) {
                problems.add(label, "is already set in line " + earlier + "; remove one of them");
            }
        });
    }

    private Stream<Property> properties(String profile) {
        return sections(profile).flatMap(section -> section.properties().stream());
    }

    /** Without those that another section hides. */
    private Stream<Section> sections(String profile) {
        List<Section> all = allSections(profile);
        List<Section> prefixed = all.stream().filter(SharedFile::isPrefixed).toList();
        return (prefixed.isEmpty() ? all : prefixed).stream();
    }

    /** A section [default] with properties, if there is also [profile default], which takes precedence in the SDK. */
    private Stream<Section> hiddenSections(String profile) {
        List<Section> used = sections(profile).toList();
        return allSections(profile).stream()
                .filter(section ->
                        !used.contains(section) && !section.properties().isEmpty());
    }

    private List<Section> allSections(String profile) {
        return sections().stream()
                .filter(section -> name(section).filter(profile::equals).isPresent())
                .toList();
    }

    private static boolean isPrefixed(Section section) {
        return section.header().matches("profile\\s.*");
    }

    /** The profile of a section; empty if it has none, or is written in a way that the SDK ignores. */
    private Optional<String> name(Section section) {
        String header = section.header();
        if (type == ProfileFile.Type.CREDENTIALS) {
            return Optional.of(header);
        }
        return isPrefixed(section)
                ? Optional.of(header.substring("profile".length()).strip())
                : Optional.of(header).filter("default"::equals);
    }

    /** The section that is meant for a profile, but written in a way that the SDK ignores, and how to write it. */
    Optional<String> misspelled(String profile) {
        for (Section section : sections()) {
            String bare = section.header().replaceFirst("(?i)^profile\\s+", "");
            String name = bare.replaceAll("[\"']", "");
            String expected = type == ProfileFile.Type.CREDENTIALS ? "[" + name + "]" : "[profile " + name + "]";
            if (name.equals(profile.replaceAll("[\"']", ""))) {
                String start = place(section.line()) + ": section [" + section.header() + "]";
                if (!SUPPORTED_NAME.matcher(bare).matches()) {
                    return Optional.of(start + " has a name that the AWS SDK does not support; use only " + SUPPORTED
                            + " without spaces and quotes");
                }
                if (!("[" + section.header() + "]").equals(expected)) {
                    return Optional.of(start + " is ignored; write " + expected);
                }
            }
        }
        return Optional.empty();
    }

    /** The path, with what is wrong if the file cannot be read. */
    @Override
    public String toString() {
        if (!Files.exists(path)) {
            return path + " (which does not exist)";
        }
        return isReadable(path) ? path.toString() : path + " (which cannot be read)";
    }
}
