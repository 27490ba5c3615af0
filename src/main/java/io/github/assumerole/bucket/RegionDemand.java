package io.github.assumerole.bucket;

import io.github.assumerole.text.Glob;
import io.github.assumerole.text.Printable;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Demands that a bucket lies in a region. Source: S3 API reference, GetBucketLocation.
 *
 * @param region its name, or a glob such as {@code eu-*}
 */
public record RegionDemand(String region) implements Demand {
    static final String ELEMENT = "LocationConstraint";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._*?-]{1,255}");

    /**
     * @throws IllegalArgumentException when no region's name is like it; the message reads on after {@code region: }
     */
    public RegionDemand {
        if (!FORM.matcher(region).matches()) {
            throw new IllegalArgumentException("'" + Printable.of(region)
                    + "' is neither a region's name, such as eu-central-1, nor a glob, such as eu-*");
        }
    }

    @Override
    public Setting setting() {
        return Setting.REGION;
    }

    @Override
    public String title() {
        return "region " + region;
    }

    @Override
    public Optional<String> fault(Map<String, String> values) {
        Optional<String> actual = Optional.ofNullable(values.get(ELEMENT));
        return actual.filter(name -> Glob.matches(region, name)).isPresent()
                ? Optional.empty()
                : Optional.of("region is " + actual.orElse("not told") + ", expected " + region);
    }
}
