package io.github.assumerole.bucket;

import io.github.assumerole.bucket.BucketSnapshot.BucketSetting;
import io.github.assumerole.role.AwsAccessException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
        BucketListing listing = value(selection.list(catalog));
        Map<BucketSetting, Bucket> calls = new LinkedHashMap<>();
        Map<String, Map<Setting, Map<String, String>>> inventory = new LinkedHashMap<>();
        for (Bucket bucket : listing.buckets()) {
            Map<Setting, Map<String, String>> known = new EnumMap<>(Setting.class);
            settings.forEach(setting -> bucket.known(setting)
                    .ifPresentOrElse(
                            values -> known.put(setting, values),
                            () -> calls.put(new BucketSetting(setting, bucket.name()), bucket)));
            inventory.put(bucket.name(), known);
        }
        Map<String, AwsAccessException> deleted = new LinkedHashMap<>();
        ParallelCalls.run(calls.keySet(), call -> read(call.setting(), calls.get(call)))
                .forEach((call, result) -> result.value()
                        .ifPresentOrElse(
                                values -> inventory.get(call.bucket()).put(call.setting(), values),
                                () -> deleted.put(
                                        call.bucket(),
                                        result.reason().orElseThrow().failure())));
        remove(deleted, inventory);
        return inventory;
    }

    /** Removes the buckets that were deleted after they were listed, if another listing confirms that. */
    private void remove(Map<String, AwsAccessException> deleted, Map<String, ?> inventory) {
        if (deleted.isEmpty()) {
            return;
        }
        BucketListing now = value(selection.list(catalog));
        deleted.forEach((bucket, failure) -> {
            if (now.find(bucket).isPresent()) {
                throw failure;
            }
            inventory.remove(bucket);
        });
    }

    private CallResult<Map<String, String>> read(Setting setting, Bucket bucket) {
        CallResult<Map<String, String>> result = catalog.read(setting, bucket);
        result.reason().filter(reason -> !reason.isOfDeletedBucket()).ifPresent(reason -> {
            throw reason.failure();
        });
        return result;
    }

    private static <T> T value(CallResult<T> result) {
        return result.value().orElseThrow(() -> result.reason().orElseThrow().failure());
    }
}
