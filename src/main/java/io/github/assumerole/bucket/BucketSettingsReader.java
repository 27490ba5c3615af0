package io.github.assumerole.bucket;

import io.github.assumerole.bucket.BucketSnapshot.BucketSetting;
import io.github.assumerole.role.AwsAccessException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the settings of all selected buckets, or fails: rules for only a part of them would miss changes of the rest.
 *
 * @param catalog lists at least the selected buckets
 */
public record BucketSettingsReader(BucketCatalog catalog, BucketSelection selection) {
    /**
     * The settings of each selected bucket, in order of the names.
     *
     * @throws AwsAccessException if any of the calls fails
     */
    public Map<String, Map<Setting, Map<String, String>>> read(Set<Setting> settings) {
        List<Bucket> buckets = value(selection.of(catalog.list())).buckets();
        Map<BucketSetting, Bucket> calls = new LinkedHashMap<>();
        buckets.forEach(
                bucket -> settings.forEach(setting -> calls.put(new BucketSetting(setting, bucket.name()), bucket)));
        Map<String, Map<Setting, Map<String, String>>> inventory = new LinkedHashMap<>();
        buckets.forEach(bucket -> inventory.put(bucket.name(), new EnumMap<>(Setting.class)));
        ParallelCalls.run(calls.keySet(), call -> read(call.setting(), calls.get(call)))
                .forEach((call, values) -> inventory.get(call.bucket()).put(call.setting(), values));
        return inventory;
    }

    private Map<String, String> read(Setting setting, Bucket bucket) {
        return bucket.known(setting).orElseGet(() -> value(catalog.read(setting, bucket)));
    }

    private static <T> T value(CallResult<T> result) {
        return result.value().orElseThrow(() -> result.reason().orElseThrow().failure());
    }
}
