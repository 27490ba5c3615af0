package io.github.assumerole.standin;

import java.util.List;

/** @param buckets sorted by name, as S3 lists them */
record Account(
        AccountRef ref,
        String alias,
        String canonicalId,
        int bucketQuota,
        List<AccessKey> keys,
        List<Role> roles,
        List<Bucket> buckets) {
    Account {
        keys = List.copyOf(keys);
        roles = List.copyOf(roles);
        buckets = List.copyOf(buckets);
    }
}
