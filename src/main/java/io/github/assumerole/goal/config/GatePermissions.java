package io.github.assumerole.goal.config;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.goal.config.GateParameters.Gate;
import io.github.assumerole.iam.Permission;
import java.util.ArrayList;
import java.util.List;

/**
 * The least permissions that a gate requires.
 *
 * @param partition of the role
 * @param listingHasRegions whether ListBuckets returns the region of each bucket, as on AWS
 */
public record GatePermissions(String partition, boolean listingHasRegions) {
    private static final String LIST = "s3:ListAllMyBuckets";
    private static final String HEAD = "s3:ListBucket";

    public List<Permission> of(Gate gate) {
        List<Permission> permissions = new ArrayList<>();
        boolean lists = gate.lookup() != Lookup.HEAD;
        if (lists) {
            permissions.add(Permission.onAccount(LIST));
        }
        if (lists && gate.selection().region().isPresent() && !listingHasRegions) {
            permissions.add(Permission.onBucket(
                    Setting.REGION.action(), partition, gate.selection().prefix() + "*"));
        }
        for (BucketRule rule : gate.policy().rules()) {
            rule.pattern().filter(pattern -> !rule.skip()).ifPresent(pattern -> {
                if (rule.anywhere() || !lists) {
                    permissions.add(on(HEAD, pattern));
                }
                rule.settings().stream()
                        .filter(setting -> setting != Setting.REGION || !listingHasRegions)
                        .forEach(setting -> permissions.add(on(setting.action(), pattern)));
            });
        }
        return permissions.stream().distinct().toList();
    }

    private Permission on(String action, BucketPattern pattern) {
        return Permission.onBucket(action, partition, pattern.toString());
    }
}
