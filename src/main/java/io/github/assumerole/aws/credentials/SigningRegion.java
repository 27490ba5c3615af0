package io.github.assumerole.aws.credentials;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Decides which region is called, and logs it unless it is configured. */
public record SigningRegion(AwsConnection connection, Consumer<String> log) {
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

    private Optional<Region> fromChain() {
        try {
            DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
            connection.profile().ifPresent(chain::profileName);
            Region region = chain.build().getRegion();
            log.accept("Region " + region.id() + ", from the SDK's region chain.");
            return Optional.of(region);
        } catch (SdkClientException none) {
            return Optional.empty();
        }
    }

    private Region homeOf(String partition) {
        String home = Partition.homeRegion(partition);
        log.accept("Region " + home + ", the home region of partition " + partition + ", since none is configured.");
        return Region.of(home);
    }
}
