package io.github.assumerole.bucket;

import java.util.Optional;

/** Texts that stand for a bucket, or for several, but are no name; and what to write in their place. */
final class MistakenName {
    private static final String BUCKET_ARN = ":s3:::";
    private static final String SCHEME_END = "://";

    private MistakenName() {}

    /** What the text is and what to write instead, to follow the quoted text; empty when it is no such text. */
    static Optional<String> adviceOn(String text) {
        int scheme = text.indexOf(SCHEME_END);
        int comma = text.indexOf(',');
        int slash = text.indexOf('/');
        if (text.startsWith("arn:")) {
            return Optional.of("is an ARN; " + nameAlone(after(text, BUCKET_ARN)));
        }
        if (scheme >= 0) {
            return Optional.of("is a URL; " + nameAlone(text.startsWith("s3") ? after(text, SCHEME_END) : ""));
        }
        if (comma >= 0) {
            return Optional.of("has a comma at position " + (comma + 1) + "; give each bucket an element of its own");
        }
        if (slash >= 0) {
            return Optional.of("has a slash at position " + (slash + 1) + "; " + nameAlone(text));
        }
        return Optional.empty();
    }

    private static String nameAlone(String path) {
        String name = path.split("/", 2)[0];
        String advice = "write the bucket's name alone";
        return BucketText.ofPattern(name).accepts(name) ? advice + ": '" + name + "'" : advice;
    }

    private static String after(String text, String mark) {
        int position = text.indexOf(mark);
        return position < 0 ? "" : text.substring(position + mark.length());
    }
}
