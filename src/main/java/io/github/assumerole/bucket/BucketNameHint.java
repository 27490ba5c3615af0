package io.github.assumerole.bucket;

import java.util.Optional;

/** Detects ARNs, URLs, lists and paths in place of a bucket name, and suggests the name. */
final class BucketNameHint {
    private static final String BUCKET_ARN = ":s3:::";
    private static final String SCHEME_END = "://";

    private BucketNameHint() {}

    /** What the text is and what to write instead, to follow the quoted text; empty if it is none of these. */
    static Optional<String> adviceOn(String text) {
        int scheme = text.indexOf(SCHEME_END);
        int comma = text.indexOf(',');
        int slash = text.indexOf('/');
        if (text.startsWith("arn:")) {
            return Optional.of("is an ARN; " + onlyName(after(text, BUCKET_ARN)));
        }
        if (scheme >= 0) {
            return Optional.of("is a URL; " + onlyName(text.startsWith("s3") ? after(text, SCHEME_END) : ""));
        }
        if (comma >= 0) {
            return Optional.of("has a comma at position " + (comma + 1) + "; write one element for each bucket");
        }
        if (slash >= 0) {
            return Optional.of("has a slash at position " + (slash + 1) + "; " + onlyName(text));
        }
        return Optional.empty();
    }

    private static String onlyName(String path) {
        String name = path.split("/", 2)[0];
        String advice = "write only the bucket name";
        return BucketNameSyntax.ofPattern(name).accepts(name) ? advice + ": '" + name + "'" : advice;
    }

    private static String after(String text, String mark) {
        int position = text.indexOf(mark);
        return position < 0 ? "" : text.substring(position + mark.length());
    }
}
