package io.github.assumerole.bucket;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ends of names that S3 reserves for what is no general purpose bucket: ListBuckets never returns it, though
 * HeadBucket can confirm it. Source: S3 user guide, General purpose bucket naming rules, and the guide to each kind.
 */
enum ReservedSuffix {
    DIRECTORY_BUCKET("--x-s3", "directory buckets"),
    DIRECTORY_ACCESS_POINT("--xa-s3", "access points of directory buckets"),
    ACCESS_POINT("-s3alias", "access point aliases"),
    OBJECT_LAMBDA("--ol-s3", "Object Lambda Access Point aliases"),
    OUTPOSTS("--op-s3", "access point aliases of S3 on Outposts"),
    MULTI_REGION(".mrap", "Multi-Region Access Points"),
    TABLE_BUCKET("--table-s3", "table buckets");

    private final String text;
    private final String named;

    /** @param named what has such names, in the plural */
    ReservedSuffix(String text, String named) {
        this.text = text;
        this.named = named;
    }

    /** That of a name, a prefix, or all names that a glob matches. */
    static Optional<ReservedSuffix> of(String text) {
        return Stream.of(values()).filter(suffix -> text.endsWith(suffix.text)).findFirst();
    }

    /** What is wrong and what to write instead, to follow the quoted text. */
    String advice() {
        return "ends with '" + text + "', which S3 reserves for " + named
                + "; write the name of a general purpose bucket";
    }
}
