package io.github.assumerole.aws.credentials;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.profile.ActiveProfile;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.utils.SystemSetting;

/** Decides which region is called, and logs it unless it is configured. */
public record SigningRegion(AwsConnection connection, Consumer<String> log) {
    private static final String CHAIN = "the SDK's region chain";
    private static final String DEFAULT_VARIABLE = "AWS_DEFAULT_REGION";

    /**
     * The region for a call in a partition. With a custom endpoint, any region is valid.
     *
     * @throws InvalidConfigurationException if it is in another partition than the role, since no credentials work in
     *     both
     */
    public Region within(String partition) {
        Region region = find(partition);
        String actual = Partition.of(region.id());
        if (!actual.equals(partition) && !connection.endpoints().hasCustomSts()) {
            throw new InvalidConfigurationException(
                    "region",
                    region.id() + " is in partition " + actual + ", but roleArn is in " + partition
                            + "; set <region> to one of that partition, as in " + Partition.homeRegion(partition));
        }
        return region;
    }

    /** The ID of the region for a call without a role. */
    public String anywhere() {
        return find("aws").id();
    }

    private Region find(String partition) {
        return connection.region().map(Region::of).or(this::fromChain).orElseGet(() -> homeOf(partition));
    }

    /**
     * The SDK's chain, with the variable of the AWS CLI where the CLI reads it: after AWS_REGION, before the profile.
     */
    private Optional<Region> fromChain() {
        return from(CHAIN, () -> named(SdkSystemSetting.AWS_REGION.getStringValue()))
                .or(() -> from(
                        DEFAULT_VARIABLE,
                        () -> named(SystemSetting.getStringValueFromEnvironmentVariable(DEFAULT_VARIABLE))))
                .or(() -> from(
                        CHAIN,
                        DefaultAwsRegionProviderChain.builder()
                                .profileFile(() -> connection.files().read().profiles())
                                .profileName(ActiveProfile.name(connection.profile()))
                                .build()));
    }

    private Optional<Region> from(String source, AwsRegionProvider provider) {
        try {
            Optional<Region> region = Optional.ofNullable(provider.getRegion());
            region.ifPresent(found -> log.accept("Region " + found.id() + ", from " + source + "."));
            return region;
        } catch (SdkClientException none) {
            return Optional.empty();
        }
    }

    /** Null if the setting is missing or empty, as with the AWS CLI; the SDK rejects an empty one. */
    private static Region named(Optional<String> setting) {
        return setting.map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Region::of)
                .orElse(null);
    }

    private Region homeOf(String partition) {
        String home = Partition.homeRegion(partition);
        log.accept("Region " + home + ", the home region of partition " + partition + ", since none is configured.");
        return Region.of(home);
    }
}
